import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import { describeData } from "@/e2e/sandbox/cash/generator/describe";
import { createCashConnector } from "@/lib/connectors/cash/connector";
import { readFieldMap } from "@/lib/connectors/cash/field-map";
import { seal } from "@/lib/crypto/seal";
import { counts, createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

const options = { relations: 5000, articles: 400, warehouses: 8, employees: 20 };
const expected = describeData(options)["01"];
const { relations } = expected;

let sandbox: CashSandbox;
let it: TestEngine;
beforeAll(async () => {
  sandbox = await startCashSandbox(options);
  const base = await createTestEngine();
  const cash = createCashConnector(() => ({ wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) }));
  it = { ...base, engine: { ...base.engine, findConnector: (id) => (id === "cash" ? cash : null) } };
  const { accountId, connectionId } = it;
  const password = seal("demo-password", { accountId, connectionId, field: "password" }, it.engine.keyRing);
  await it.db.prisma.licence.updateMany({ data: { vendor: "cash" } });
  await it.db.prisma.connection.updateMany({
    data: { vendor: "cash", administration: "01", login: { relationCode: "240817", email: "api@devries-installatie.example" }, secrets: { password } },
  });
});
// Each sync starts with a full rate budget, at the vendor and here.
beforeEach(async () => {
  await sandbox.reset();
  await it.db.prisma.rateBudget.deleteMany();
});
afterAll(async () => {
  await it.close();
  await sandbox.stop();
});

async function skippedByReason(kind: "relations" | "deliveryAddresses") {
  const groups = await it.db.prisma.skippedRecord.groupBy({ by: ["reason"], where: { kind }, _count: true });
  return Object.fromEntries(groups.map(({ reason, _count }) => [reason, _count]));
}

describe("5,000 relations with twelve kinds of flaw", () => {
  test("are counted exactly: what is imported, and what is not for which reason", async () => {
    const run = await sync(it);
    const skipped = Object.values(relations.skipped).reduce((total, count) => total + count, 0);
    const duplicates = relations.rows - relations.distinct;
    expect(run.counters["relations"]).toEqual(counts({ read: relations.rows, created: relations.imported, skipped: skipped + duplicates }));
    expect(await skippedByReason("relations")).toEqual({ ...relations.skipped, duplicate: duplicates });
    expect(await it.db.prisma.relation.count({ where: { active: true } })).toBe(relations.imported);
    expect(run.counters["deliveryAddresses"]).toMatchObject({ read: expected.deliveryAddresses.rows, failed: 0 });
    expect(run.counters["deliveryAddresses"]?.created).toBe(expected.deliveryAddresses.ofImportedRelations);
    expect(run.counters["warehouses"]).toMatchObject({ read: expected.warehouses.rows, created: expected.warehouses.rows - expected.warehouses.blocked });
    expect(run.counters["employees"]).toBeUndefined();
  });

  test("a second automatic sync writes no row", async () => {
    const versions = async () => {
      const tables = ["relation", "delivery_address", "material", "hour_type", "warehouse", "external_link", "skipped_record"];
      const { rows } = await it.db.pool.query(tables.map((table) => `SELECT '${table}' AS name, count(*)::int, sum(xmin::text::bigint)::text FROM ${table}`).join(" UNION ALL "));
      return rows;
    };
    const before = await versions();
    const run = await sync(it);
    expect(run.state).toBe("succeeded");
    for (const one of run.imports) expect(one).toMatchObject({ created: 0, changed: 0, deactivated: 0, failed: 0 });
    expect(await versions()).toEqual(before);
  });

  test("a relation that is changed, one that is blocked and one that has gone are noticed", async () => {
    const [changed, blocked, gone] = await it.db.prisma.relation.findMany({ where: { active: true, addresses: { none: {} } }, orderBy: { debtorNumber: "asc" }, skip: 20, take: 3 });
    if (!changed || !blocked || !gone) throw new Error("There are no relations");
    await sandbox.changeRecords("01", [
      { action: "change", table: "0101", key: changed.debtorNumber, fields: { "0108": "030 5550100" } },
      { action: "block", table: "0101", key: blocked.debtorNumber },
      { action: "remove", table: "0101", key: gone.debtorNumber },
      { action: "remove", table: "2220", key: gone.debtorNumber },
    ]);
    const run = await sync(it);
    expect(run.counters["relations"]).toMatchObject({ created: 0, changed: 1, deactivated: 2 });
    const read = (id: string) => it.db.prisma.relation.findUniqueOrThrow({ where: { id } });
    expect(await read(changed.id)).toMatchObject({ phone: "030 5550100" });
    expect(await read(blocked.id)).toMatchObject({ active: false, inactiveReason: "blocked" });
    expect((await read(gone.id)).active).toBe(false);
  });

  test("a relation that is gone while its number still stands among the customers leaves after a complete reading, and comes back with one", async () => {
    const relation = await it.db.prisma.relation.findFirstOrThrow({ where: { active: true, addresses: { none: {} } }, orderBy: { debtorNumber: "desc" } });
    const read = () => it.db.prisma.relation.findUniqueOrThrow({ where: { id: relation.id } });
    await sandbox.changeRecords("01", [{ action: "remove", table: "0101", key: relation.debtorNumber }]);
    await sync(it);
    expect((await read()).active).toBe(true);
    await sync(it, { trigger: "nightly" });
    expect(await read()).toMatchObject({ active: false, inactiveReason: "withoutRelation" });
    const { debtorNumber, name, street, postalCode, city } = relation;
    await sandbox.changeRecords("01", [{ action: "put", table: "0101", fields: { "0101": debtorNumber, "0103": name, "0105": street, "0107": `${postalCode} ${city}` } }]);
    await sync(it, { trigger: "nightly" });
    expect((await read()).active).toBe(true);
  });
});

describe("what goes wrong at the vendor", () => {
  const active = () => it.db.prisma.relation.count({ where: { active: true } });

  test.each([
    ["half a table, cut off", { kind: "halfTable" as const, variant: "cut" as const }],
    ["half a table that looks whole", { kind: "halfTable" as const, variant: "wellFormed" as const }],
    ["an empty table", { kind: "emptyTable" as const }],
    ["broken XML", { kind: "brokenXml" as const }],
    ["an answer that makes no sense", { kind: "nonsense" as const }],
    ["an error of the server", { kind: "serverError" as const, when: "beforeCommit" as const }],
  ])("%s deactivates nothing and is no success", async (_, fault) => {
    const before = await active();
    await sandbox.setFaults([{ ...fault, only: { operation: "Export", table: "0101" } }]);
    const run = await sync(it, { trigger: "nightly", kinds: ["relations"] });
    expect(["failed", "stopped", "partial"]).toContain(run.state);
    expect(await active()).toBe(before);
    await sandbox.setFaults([]);
    expect((await sync(it, { trigger: "nightly", kinds: ["relations"] })).state).toBe("succeeded");
    expect(await active()).toBe(before);
  });

  test("a refused login asks for a person", async () => {
    await sandbox.setFaults([{ kind: "loginRefused" }]);
    const run = await sync(it, { kinds: ["materials"] });
    expect(run).toMatchObject({ state: "failed", error: { code: "credentials_refused" } });
    expect(await it.db.prisma.connection.findFirst()).toMatchObject({ state: "action_required", stateReason: "credentials_refused" });
  });
});
