import { generateClient } from "../start/generate-client";
import { measureFirst, measureLater, measureWarm } from "./measure-imports";
import { measureRaw } from "./measure-raw";
import { printTable, type Measurement, type Round } from "./print-table";
import { openSurroundings } from "./surroundings";

/** Relations the vendor has. */
const sizes = (process.env.BENCH_RELATIONS ?? "10000,100000").split(",").map(Number);

/**
 * A small import takes about as long as a disturbance does: it is measured several times, each time with raw SQL right after it.
 */
const roundsOf = (relations: number) => (relations <= 20_000 ? 5 : 1);

/** Measures first import, unchanged re-import and 10 % changed at each size, and raw SQL with the same rows. Out: the exit code. */
export async function bench(): Promise<number> {
  await generateClient(process.env);
  const measurements: Measurement[] = [];
  for (const relations of sizes) {
    process.stdout.write(`Measuring with ${relations.toLocaleString("en")} relations …\n`);
    const surroundings = await openSurroundings(relations);
    try {
      const rounds: Round[] = [];
      const databases = Array.from({ length: roundsOf(relations) }, (_, round) => `imported_${round}`);
      for (const database of databases) {
        const first = await measureFirst(surroundings, database);
        rounds.push({ first, raw: await measureRaw(surroundings, database) });
      }
      const warm = await measureWarm(surroundings, "imported_warm");
      const later = await measureLater(surroundings, databases[0] ?? "");
      measurements.push({ relations, rounds, warm, ...later });
    } finally {
      await surroundings.close();
    }
  }
  printTable(measurements);
  return 0;
}
