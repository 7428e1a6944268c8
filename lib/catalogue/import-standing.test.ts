import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { readImportStanding } from "@/lib/catalogue/import-standing";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { openDatabase, type Database } from "@/lib/db";
import { fixtureConnector } from "@/lib/sync/fixtures/fixture-connector";
import { FixtureVendor } from "@/lib/sync/fixtures/fixture-vendor";

let test: TestDatabase;
let db: Database;
let accountId: string;
const connector = fixtureConnector(new FixtureVendor());
const standing = (kind: ImportKind) => readImportStanding(db, { accountId, kind }, (id) => (id === "fixture" ? connector : null));

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
  ({ id: accountId } = await db.prisma.account.create({ data: { name: "Ours" } }));
});
afterAll(async () => {
  await db.close();
  await test.drop();
});
beforeEach(async () => {
  await db.pool.query("TRUNCATE connection, import_checkpoint, skipped_record CASCADE");
});

const connect = (more = {}) =>
  db.prisma.connection.create({
    data: {
      accountId, vendor: "fixture", state: "connected", login: {}, secrets: {}, administrations: [], administration: "A",
      settings: { imports: { relations: true, employees: true } }, ...more,
    },
  });

describe("how records get here", () => {
  it("not at all without a connection, or after it was cut", async () => {
    expect(await standing("relations")).toEqual({ state: "notConnected" });
    await connect({ state: "disconnected" });
    expect(await standing("relations")).toEqual({ state: "notConnected" });
  });

  it("says that an import is switched off", async () => {
    await connect();
    expect(await standing("materials")).toMatchObject({ state: "switchedOff", vendorName: "Fixture" });
  });

  it("awaits the first sync, or the hand that starts it", async () => {
    await connect();
    expect(await standing("relations")).toMatchObject({ state: "awaited", byHand: false });
    expect(await standing("employees")).toMatchObject({ state: "awaited", byHand: true });
  });

  it("says when it was read last, and what did not come along from this administration", async () => {
    const { id: connectionId } = await connect();
    const lastReadAt = new Date("2026-11-20T09:37:00Z");
    await db.prisma.importCheckpoint.create({ data: { connectionId, administration: "A", kind: "relations", lastReadAt } });
    const skipped = { accountId, connectionId, kind: "relations" as const, label: "", reason: "blocked", params: {} };
    await db.prisma.skippedRecord.createMany({ data: [{ ...skipped, administration: "A", externalId: "1" }, { ...skipped, administration: "B", externalId: "2" }] });
    expect(await standing("relations")).toMatchObject({ state: "imported", lastReadAt, notImported: 1 });
  });
});
