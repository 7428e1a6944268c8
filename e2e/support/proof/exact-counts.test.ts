import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CashSandbox, startCashSandbox } from "@/e2e/sandbox/cash/start";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { createCashConnector } from "@/lib/connectors/cash/connector";
import { readFieldMap } from "@/lib/connectors/cash/field-map";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { openDatabase, type Database } from "@/lib/db";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import type { SyncEngine } from "@/lib/sync/engine";
import { work } from "@/lib/sync/fixtures/test-engine";
import { claimRun } from "@/lib/sync/claim-run";
import { requestRun } from "@/lib/sync/request-run";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { productionTiming } from "@/lib/timing";
import { connectDemoAccount, type ConnectedAccount } from "./connect-demo-account";
import { expectImport } from "./expected-import";
import { countImported, foundWhenCorrect } from "./found-import";
import { readRun, type RunNow } from "./sync-by-hand";

/** Twelve kinds of flaw among them: see `relation-kinds.ts` of the sandbox. */
const relations = 5_000;
const expected = expectImport({ relations });

let sandbox: CashSandbox;
let testDatabase: TestDatabase;
let db: Database;
let engine: SyncEngine;
let account: ConnectedAccount;

beforeAll(async () => {
  [sandbox, testDatabase] = await Promise.all([startCashSandbox({ relations }), createTestDatabase()]);
  db = openDatabase(testDatabase.url);
  const key = { id: "test", key: randomBytes(32) };
  const connector = createCashConnector(() => ({ wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) }));
  engine = { db, timing: productionTiming, keyRing: { current: key, keys: new Map([[key.id, key.key]]) }, findConnector: () => connector };
  await seedDemo(db);
  account = await connectDemoAccount(engine);
});
afterAll(async () => {
  await db.close();
  await Promise.all([testDatabase.drop(), sandbox.stop()]);
});

/** Does what the job does, from asking to the end. */
async function sync(trigger: SyncTrigger): Promise<RunNow> {
  const { runId } = await requestRun(db, { ...account, trigger, requestedBy: null }, engine.findConnector);
  const claim = await claimRun(engine, account.connectionId, "worker");
  if (claim?.runId !== runId) throw new Error("The run could not be claimed");
  await work(engine, claim);
  return readRun(engine, runId);
}

const skippedOf = (kind: RecordKind) => Object.values(expected[kind].leftOut).reduce((total, times) => total + times, 0);

const writtenTables = ["relation", "delivery_address", "material", "hour_type", "warehouse", "employee", "external_link", "skipped_record"];

/** Every row with the transaction that wrote it and the place where it lies: any write, of equal values too, changes a digest. */
async function traceWrites(): Promise<Record<string, unknown>> {
  const traces = writtenTables.map(async (table) => {
    const { rows } = await db.pool.query(`SELECT count(*)::int AS rows, md5(string_agg(id || xmin::text || ctid::text, ',' ORDER BY id)) AS digest FROM ${table}`);
    return [table, rows[0]] as const;
  });
  return Object.fromEntries(await Promise.all(traces));
}

test("of 5,000 relations with every kind of flaw, imported, left out per reason and failed are exact", async () => {
  const { state, imports } = await sync("manual");
  expect(state).toBe("succeeded");
  for (const [kind, counters] of imports) {
    const { read, imported } = expected[kind];
    expect(counters, kind).toEqual({ read, created: imported, changed: 0, unchanged: 0, skipped: skippedOf(kind), deactivated: 0, failed: 0 });
  }
  expect([...imports.keys()]).toHaveLength(6);
  expect(await countImported(db, account)).toEqual(foundWhenCorrect(expected));
});

test("a second automatic sync, and a nightly one that reads everything again, write no row", async () => {
  const before = await traceWrites();
  for (const trigger of ["automatic", "nightly"] as const) {
    const { state, imports } = await sync(trigger);
    expect(state).toBe("succeeded");
    for (const [kind, counters] of imports) expect(counters, `${kind}, ${trigger}`).toMatchObject({ created: 0, changed: 0, deactivated: 0, failed: 0 });
    expect(await traceWrites(), trigger).toEqual(before);
  }
  expect(await countImported(db, account)).toEqual(foundWhenCorrect(expected));
});
