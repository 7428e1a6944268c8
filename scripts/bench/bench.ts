import { generateClient } from "../start/generate-client";
import { measureImports } from "./measure-imports";
import { measureRaw } from "./measure-raw";
import { printTable, type Measurement } from "./print-table";
import { openSurroundings } from "./surroundings";

/** Relations the vendor has. */
const sizes = (process.env.BENCH_RELATIONS ?? "10000,100000").split(",").map(Number);

/** Measures first import, unchanged re-import and 10 % changed at each size, and raw SQL with the same rows. Out: the exit code. */
export async function bench(): Promise<number> {
  await generateClient(process.env);
  const measurements: Measurement[] = [];
  for (const relations of sizes) {
    process.stdout.write(`Measuring with ${relations.toLocaleString("en")} relations …\n`);
    const surroundings = await openSurroundings(relations);
    try {
      const imports = await measureImports(surroundings);
      const raw = await measureRaw(surroundings);
      measurements.push({ relations, imports, raw });
    } finally {
      await surroundings.close();
    }
  }
  printTable(measurements);
  return 0;
}
