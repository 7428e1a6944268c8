import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { createTestDatabase } from "@/e2e/support/database";
import joinTestServer from "@/e2e/support/global-setup";
import { prove } from "./prove";

const usage = `npm run prove:exports -- --schedules 10000 --seed 123

  --schedules  how many (10000)
  --seed       of the first one, each further one has the next (any)
  --lanes      how many run at once (12)
`;

/** Runs random fault schedules against the stand-in of Cash and prints what did not end as promised. Out: the exit code. */
export async function main(options: readonly string[]): Promise<number> {
  const wanted = readOptions(options);
  if (wanted === null) {
    process.stderr.write(usage);
    return 2;
  }
  const leave = await joinTestServer();
  const database = await createTestDatabase();
  const startedAt = performance.now();
  process.stdout.write(`${wanted.schedules} schedules from seed ${wanted.seed}\n`);
  try {
    const onProgress = (done: number) => {
      if (done % 100 === 0) process.stdout.write(`  ${done}\n`);
    };
    const { schedules, states, events, failures } = await prove({ ...wanted, databaseUrl: database.url, onProgress });
    for (const { seed, problems, story } of failures) {
      process.stdout.write(`\nSeed ${seed} (npm run prove:exports -- --seed ${seed} --schedules 1)\n  ${problems.join("\n  ")}\n${story}\n`);
    }
    const list = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([what, times]) => `${times} ${what}`).join(", ");
    process.stdout.write(`\nOn the way: ${list(events)}\n`);
    process.stdout.write(`\n${schedules} schedules in ${Math.round((performance.now() - startedAt) / 1000)} s: ${list(states)}; ${failures.length} broke a promise\n`);
    return failures.length === 0 && schedules > 0 ? 0 : 1;
  } finally {
    await database.drop();
    await leave();
  }
}

function readOptions(options: readonly string[]): { seed: number; schedules: number; lanes: number } | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: [...options], options: { seed: text, schedules: text, lanes: text } });
  const [seed, schedules, lanes] = [values.seed ?? String(randomInt(1_000_000_000)), values.schedules ?? "10000", values.lanes ?? "12"].map(Number);
  const isWhole = (number: number | undefined): number is number => Number.isInteger(number);
  return isWhole(seed) && isWhole(schedules) && isWhole(lanes) && schedules > 0 && lanes > 0 ? { seed, schedules, lanes } : null;
}
