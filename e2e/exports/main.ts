import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { createTestDatabase } from "@/e2e/support/database";
import joinTestServer from "@/e2e/support/global-setup";
import { cashProof } from "./cash/proof";
import { easybillProof } from "./easybill/proof";
import { prove, type ProofOptions, type Proof } from "./prove";

const vendors: Readonly<Record<string, (options: ProofOptions) => Promise<Proof>>> = {
  cash: (options) => prove(cashProof, options),
  easybill: (options) => prove(easybillProof, options),
};

const usage = `npm run prove:exports -- --vendor easybill --schedules 10000 --seed 123

  --vendor     cash, easybill or both, one after the other (both)
  --schedules  how many of each (10000)
  --seed       of the first one, each further one has the next (any)
  --lanes      how many run at once (12)
`;

/** Runs random fault schedules against the stand-ins of the vendors and prints what did not end as promised. Out: the exit code. */
export async function main(options: readonly string[]): Promise<number> {
  const wanted = readOptions(options);
  if (wanted === null) {
    process.stderr.write(usage);
    return 2;
  }
  const leave = await joinTestServer();
  let haveAllHeld = true;
  try {
    for (const vendor of wanted.vendors) haveAllHeld = (await proveOf(vendor, wanted)) && haveAllHeld;
  } finally {
    await leave();
  }
  return haveAllHeld ? 0 : 1;
}

type Wanted = { readonly vendors: readonly string[]; readonly seed: number; readonly schedules: number; readonly lanes: number };

/** Out: whether every schedule of a vendor has ended as promised. */
async function proveOf(vendor: string, wanted: Wanted): Promise<boolean> {
  const database = await createTestDatabase();
  const startedAt = performance.now();
  process.stdout.write(`${vendor}: ${wanted.schedules} schedules from seed ${wanted.seed}\n`);
  const onProgress = (done: number) => {
    if (done % 100 === 0) process.stdout.write(`  ${done}\n`);
  };
  try {
    const proof = await vendors[vendor]?.({ ...wanted, databaseUrl: database.url, onProgress });
    if (proof === undefined) return false;
    const { schedules, states, events, failures } = proof;
    for (const { seed, problems, story } of failures) {
      process.stdout.write(`\nSeed ${seed} (npm run prove:exports -- --vendor ${vendor} --seed ${seed} --schedules 1)\n  ${problems.join("\n  ")}\n${story}\n`);
    }
    const list = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([what, times]) => `${times} ${what}`).join(", ");
    const seconds = (milliseconds: number) => Math.round(milliseconds / 1000);
    const { user, system } = process.cpuUsage();
    process.stdout.write(`\nOn the way: ${list(events)}\n`);
    process.stdout.write(`\n${vendor}: ${schedules} schedules in ${seconds(performance.now() - startedAt)} s (processor so far ${seconds((user + system) / 1000)} s): ${list(states)}; ${failures.length} broke a promise\n`);
    return failures.length === 0 && schedules > 0;
  } finally {
    await database.drop();
  }
}

function readOptions(options: readonly string[]): Wanted | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: [...options], options: { vendor: text, seed: text, schedules: text, lanes: text } });
  const { vendor = "both" } = values;
  const chosen = vendor === "both" ? Object.keys(vendors) : [vendor];
  const [seed, schedules, lanes] = [values.seed ?? String(randomInt(1_000_000_000)), values.schedules ?? "10000", values.lanes ?? "12"].map(Number);
  const isWhole = (number: number | undefined): number is number => Number.isInteger(number);
  const isKnown = chosen.every((one) => Object.hasOwn(vendors, one));
  return isKnown && isWhole(seed) && isWhole(schedules) && isWhole(lanes) && schedules > 0 && lanes > 0 ? { vendors: chosen, seed, schedules, lanes } : null;
}
