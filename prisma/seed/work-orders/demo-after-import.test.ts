import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import { openTestDatabase } from "@/e2e/support/people";
import { connectDemoAccount, type ConnectedAccount } from "@/e2e/support/proof/connect-demo-account";
import { createCashConnector } from "@/lib/connectors/cash/connector";
import { readFieldMap } from "@/lib/connectors/cash/field-map";
import type { Database } from "@/lib/db";
import { exportNext } from "@/lib/export/export-next";
import { makeDueAll } from "@/lib/export/make-due";
import { claimRun } from "@/lib/sync/claim-run";
import type { SyncEngine } from "@/lib/sync/engine";
import { work } from "@/lib/sync/fixtures/test-engine";
import { requestRun } from "@/lib/sync/request-run";
import { productionTiming } from "@/lib/timing";
import { seedDemo } from "@/prisma/seed/seed-demo";

let sandbox: CashSandbox;
let db: Database;
let engine: SyncEngine;
let account: ConnectedAccount;

beforeAll(async () => {
  [sandbox, db] = await Promise.all([startCashSandbox({ protocol: { requestsPerMinute: 0 } }), openTestDatabase()]);
  const key = { id: "test", key: randomBytes(32) };
  const connector = createCashConnector(() => ({ wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) }));
  const unhurried = { ...connector, manifest: { ...connector.manifest, requestsPerMinute: () => 100_000 } };
  engine = { db, timing: productionTiming, keyRing: { current: key, keys: new Map([[key.id, key.key]]) }, findConnector: () => unhurried };
  await seedDemo(db);
  account = await connectDemoAccount(engine);
  const { runId } = await requestRun(db, { ...account, trigger: "manual", requestedBy: null }, engine.findConnector);
  const claim = await claimRun(engine, account.connectionId, "worker");
  if (claim?.runId !== runId) throw new Error("The import could not be claimed");
  await work(engine, claim);
});
afterAll(async () => {
  await db.close();
  await sandbox.stop();
});

const column = async (statement: string) => (await db.pool.query<{ value: string }>(statement, [account.accountId])).rows.map(({ value }) => value);

it("after the first import, the customers and codes of the demo are those of Cash, to the letter", async () => {
  const unknown = (table: string, code: string, records: string, key = "code") =>
    column(`SELECT DISTINCT ${code} AS value FROM ${table} line WHERE account_id = $1 AND ${code} IS NOT NULL
      AND NOT EXISTS (SELECT FROM ${records} record WHERE record.account_id = $1 AND record.${key} = line.${code} AND active)`);
  expect(await unknown("work_order_material", "code", "material")).toEqual(["MAATWERK-01"]);
  expect(await unknown("work_period", "hour_type_code", "hour_type")).toEqual(["SPOED"]);
  expect(await unknown("work_order_material", "warehouse_code", "warehouse")).toEqual([]);
  expect(await unknown("work_period", "employee_code", "employee")).toEqual([]);
  expect(await unknown("work_order", "customer_debtor_number", "relation", "debtor_number")).toEqual(["990017"]);
  expect(await unknown("work_order", "invoice_debtor_number", "relation", "debtor_number")).toEqual([]);
  const renamed = await column(`SELECT number AS value FROM work_order JOIN relation ON relation.account_id = $1 AND debtor_number = customer_debtor_number
    WHERE work_order.account_id = $1 AND (customer_name <> name OR concat_ws(' ', customer_street, customer_house_number) <> street OR customer_city <> city)`);
  expect(renamed).toEqual([]);
  const misplaced = await column(`SELECT number AS value FROM work_order WHERE account_id = $1 AND delivery_address_code IS NOT NULL AND NOT EXISTS (
    SELECT FROM delivery_address address JOIN relation ON relation.id = relation_id WHERE debtor_number = customer_debtor_number AND address.code = delivery_address_code)`);
  expect(misplaced).toEqual([]);
});

/** Holds most of the flawless ones back, as ten of them say as much as fifty. */
const holdMostBack = () =>
  db.pool.query(
    `UPDATE work_order SET work_status_id = (SELECT id FROM work_status WHERE account_id = $1 AND purpose = 'hold') WHERE id IN (
       SELECT id FROM work_order flawless WHERE account_id = $1 AND status = 'complete'
         AND EXISTS (SELECT FROM relation WHERE relation.account_id = $1 AND debtor_number = customer_debtor_number)
         AND EXISTS (SELECT FROM work_period WHERE work_order_id = flawless.id)
         AND NOT EXISTS (SELECT FROM work_period WHERE work_order_id = flawless.id AND hour_type_code = 'SPOED')
         AND NOT EXISTS (SELECT FROM work_order_material WHERE work_order_id = flawless.id AND (quantity = 0 OR code = 'MAATWERK-01'))
       ORDER BY work_status_id IN (SELECT id FROM work_status WHERE purpose = 'send') DESC, number OFFSET 6)`,
    [account.accountId],
  );

it("switched on, the export books what is right, creates what is missing and names what is wrong", async () => {
  await db.prisma.connection.update({ where: { id: account.connectionId }, data: { settings: { imports: {}, exports: { isOn: true } } } });
  await holdMostBack();
  const due = await makeDueAll(engine, { connectionId: account.connectionId, trigger: "manual", requestedBy: "Marit" });
  expect(due).toHaveLength(12);
  while ((await exportNext(engine, { connectionId: account.connectionId, worker: "worker" })).state === "worked");
  const outcomes = await column(`SELECT concat_ws(' ', state, problem -> 'problems' -> 0 ->> 'code') AS value FROM export_intent WHERE account_id = $1 ORDER BY 1`);
  const rejected = ["hourTypeNotFound", "materialQuantityZero", "noLines", "relationIncomplete"].map((code) => `rejected ${code}`);
  expect(outcomes).toEqual([...Array.from({ length: 8 }, () => "finished"), ...rejected]);
  expect(await column("SELECT kind || ' ' || local_key AS value FROM export_creation WHERE account_id = $1 ORDER BY 1")).toEqual([expect.stringMatching(/^article MAATWERK-01$/), expect.stringMatching(/^relation /)]);
}, 180_000);
