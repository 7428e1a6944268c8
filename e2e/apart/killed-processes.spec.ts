import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { makeChance } from "@/e2e/support/proof/chance";
import { connectDemoAccount, type ConnectedAccount } from "@/e2e/support/proof/connect-demo-account";
import { eventually } from "@/e2e/support/proof/eventually";
import { expectImport } from "@/e2e/support/proof/expected-import";
import { takeFingerprints } from "@/e2e/support/proof/fingerprint";
import { countImported, foundWhenCorrect } from "@/e2e/support/proof/found-import";
import { kill, victims } from "@/e2e/support/proof/kill";
import { type OwnApplication, startOwnApplication } from "@/e2e/support/proof/own-application";
import { askForSync, readRun, type RunNow } from "@/e2e/support/proof/sync-by-hand";
import { syncEngineOf } from "@/e2e/support/proof/sync-engine-of";
import type { SyncEngine } from "@/lib/sync/engine";

const relations = 5_000;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** Slow enough that every kill finds the import in the middle of its largest table. */
const inSlowMotion = [{ kind: "slow" as const, chunkMs: 200, only: { table: "0101" as const } }];

let application: OwnApplication;
let engine: SyncEngine;
let account: ConnectedAccount;

test.describe.configure({ mode: "serial", timeout: 10 * 60_000 });

test.beforeAll(async () => {
  test.setTimeout(5 * 60_000);
  application = await startOwnApplication({ SANDBOX_CASH_RELATIONS: String(relations), LOG_LEVEL: "warn" });
  engine = syncEngineOf(application);
  account = await connectDemoAccount(engine);
});
test.afterAll(() => application.stop());

test("an import comes to its end, complete and exact, whatever is killed in the middle of it", async () => {
  process.stdout.write(`Seed ${seed}: KILL_SEED=${seed} repeats the order and the moments.\n`);
  const chance = makeChance(seed);
  await application.cash.setFaults(inSlowMotion);
  const runId = await askForSync(application, engine, account);
  let lastKill = new Date();
  for (const victim of chance.shuffle(victims)) {
    const { read, isOver, state } = await eventually(`reading goes on, so that the ${victim} can be killed`, () => readOn(runId, lastKill), 120_000);
    expect(isOver, `the run is under way when the ${victim} is killed, not ${state}`).toBe(false);
    await sleep(chance.between(0, 1_200));
    process.stdout.write(`${victim} killed after ${read} records\n`);
    lastKill = new Date();
    await kill(application, victim);
    await eventually("the sandbox answers again", () => application.cash.setFaults(inSlowMotion), 60_000);
  }
  await application.cash.setFaults([]);

  const run = await eventually("the run is over", async () => asOver(await readRun(engine, runId)), 240_000);
  expect({ state: run.state, error: run.error }).toEqual({ state: "succeeded", error: null });
  expect(Object.fromEntries(run.imports)).toEqual(countersOfFirstImport());
  expect(await countImported(engine.db, account)).toEqual(foundWhenCorrect(expectImport({ relations })));
});

test("and what it wrote is what an undisturbed sync writes, field by field", async () => {
  const disturbed = await takeFingerprints(engine.db, account.accountId);
  // Without a digest to compare with, every record is written anew.
  await engine.db.pool.query("UPDATE external_link SET hash = '' WHERE connection_id = $1", [account.connectionId]);
  const runId = await askForSync(application, engine, account);
  const run = await eventually("the second run is over", async () => asOver(await readRun(engine, runId)), 180_000);
  expect(run.state).toBe("succeeded");
  expect(run.imports.get("relations")).toMatchObject({ created: 0, deactivated: 0, failed: 0 });
  expect(await takeFingerprints(engine.db, account.accountId)).toEqual(disturbed);
  const { rows } = await engine.db.pool.query("SELECT tablename FROM pg_tables WHERE tablename LIKE 'sync\\_seen\\_%'");
  expect(rows, "tables of runs that are over").toEqual([]);
});

/** The run, once its worker has been heard of since a moment and has read something, or once it is over. */
async function readOn(runId: string, since: Date): Promise<RunNow | null> {
  const run = await readRun(engine, runId);
  const goesOn = run.state === "running" && run.heartbeatAt !== null && run.heartbeatAt > since && run.read > 0;
  return run.isOver || goesOn ? run : null;
}

function asOver(run: RunNow): RunNow | null {
  return run.isOver ? run : null;
}

function countersOfFirstImport() {
  const expected = expectImport({ relations });
  const of = (kind: RecordKind) => {
    const { read, imported, leftOut } = expected[kind];
    const skipped = Object.values(leftOut).reduce((total, times) => total + times, 0);
    return { read, created: imported, changed: 0, unchanged: 0, skipped, deactivated: 0, failed: 0 };
  };
  return {
    relations: of("relations"),
    deliveryAddresses: of("deliveryAddresses"),
    materials: of("materials"),
    hourTypes: of("hourTypes"),
    warehouses: of("warehouses"),
    employees: of("employees"),
  };
}
