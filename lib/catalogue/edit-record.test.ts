import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { editRecord } from "@/lib/catalogue/edit-record";
import { listRecordEdits } from "@/lib/catalogue/list-edits";
import { readOrigins } from "@/lib/catalogue/read-origin";
import { readRecord } from "@/lib/catalogue/read-record";
import { isBillable, setBillable } from "@/lib/catalogue/set-billable";
import { openDatabase, type Database } from "@/lib/db";
import { AppError } from "@/lib/errors";

let test: TestDatabase;
let db: Database;
let accountId: string;
let otherAccountId: string;
let materialId: string;
const importedAt = new Date("2026-11-12T08:00:00Z");

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
  [{ id: accountId }, { id: otherAccountId }] = await Promise.all([
    db.prisma.account.create({ data: { name: "Ours" } }),
    db.prisma.account.create({ data: { name: "Theirs" } }),
  ]);
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

beforeEach(async () => {
  await db.pool.query("TRUNCATE material, hour_type, relation, local_edit, external_link, import_checkpoint, connection CASCADE");
  const connection = await db.prisma.connection.create({
    data: {
      accountId, vendor: "cash", state: "connected", login: {}, secrets: {}, settings: { imports: {} }, administration: "01",
      administrations: [{ code: "01", name: "De Vries" }],
    },
  });
  ({ id: materialId } = await db.prisma.material.create({ data: { accountId, code: "2208", name: "Ball valve", price: "17.9500", unit: "pc" } }));
  await db.prisma.externalLink.create({
    data: { accountId, connectionId: connection.id, administration: "01", kind: "materials", externalId: "2208", localId: materialId, hash: "h", createdAt: importedAt, changedAt: importedAt },
  });
  await db.prisma.importCheckpoint.create({
    data: { connectionId: connection.id, administration: "01", kind: "materials", lastReadAt: new Date("2026-11-20T09:37:00Z"), lastCompleteAt: new Date("2026-11-20T01:00:00Z") },
  });
});

const edit = (typed: Record<string, string>, more: Partial<{ accountId: string; id: string; editedBy: string }> = {}) =>
  editRecord(db, { accountId, kind: "materials", id: materialId, typed, editedBy: "Piet Planner", ...more });
const edits = () => listRecordEdits(db, { accountId, kind: "materials", localId: materialId });
const codeOf = (work: Promise<unknown>) => work.then(() => "nothing thrown", (error: unknown) => (error instanceof AppError ? error.code : error));

describe("editing a record by hand", () => {
  it("changes the record and keeps what the vendor had", async () => {
    const { number, changes } = await edit({ price: "18,40", name: " Ball valve 1 inch " });
    expect(number).toBe("2208");
    expect(changes).toEqual([{ field: "price", before: "17.95", after: "18.4" }, { field: "name", before: "Ball valve", after: "Ball valve 1 inch" }]);
    const { content } = await readRecord(db, { accountId, kind: "materials", id: materialId });
    expect(content).toMatchObject({ price: "18.4000", name: "Ball valve 1 inch", unit: "pc", stock: null });
    expect(await edits()).toMatchObject([
      { field: "name", localValue: "Ball valve 1 inch", vendorValue: "Ball valve", editedBy: "Piet Planner" },
      { field: "price", localValue: "18.4", vendorValue: "17.95" },
    ]);
  });

  it("forgets the edit when the vendor's value is typed again", async () => {
    await edit({ price: "20" });
    await edit({ price: "21" });
    expect(await edits()).toMatchObject([{ localValue: "21", vendorValue: "17.95" }]);
    await edit({ price: "17,9500" });
    expect(await edits()).toEqual([]);
  });

  it("counts as nothing when the same value is saved", async () => {
    const before = await readRecord(db, { accountId, kind: "materials", id: materialId });
    expect((await edit({ price: "17.950", unit: "pc" })).changes).toEqual([]);
    expect(await readRecord(db, { accountId, kind: "materials", id: materialId })).toEqual(before);
  });

  it("empties a field, but not an obligatory one", async () => {
    expect((await edit({ unit: "  " })).changes).toEqual([{ field: "unit", before: "pc", after: null }]);
    expect(await codeOf(edit({ name: " " }))).toBe("invalid_input");
  });

  it.each([[{ price: "a lot" }], [{ price: "1.234,50" }], [{ name: "x".repeat(501) }], [{ code: "1" }], [{ stock: "5" }], [{ active: "false" }], [{ id: "x" }]])(
    "refuses %j and changes nothing",
    async (typed) => {
      expect(await codeOf(edit(typed))).toBe("invalid_input");
      expect(await edits()).toEqual([]);
    },
  );

  it("reaches no record of another account", async () => {
    expect(await codeOf(edit({ name: "Stolen" }, { accountId: otherAccountId }))).toBe("record_not_found");
    expect(await codeOf(readRecord(db, { accountId: otherAccountId, kind: "materials", id: materialId }))).toBe("record_not_found");
    expect(await codeOf(readRecord(db, { accountId, kind: "materials", id: "not-an-id" }))).toBe("record_not_found");
    expect((await readRecord(db, { accountId, kind: "materials", id: materialId })).content.name).toBe("Ball valve");
  });
});

describe("where a record came from", () => {
  it("names vendor, administration and the moments", async () => {
    expect(await readOrigins(db, { accountId, kind: "materials", localId: materialId, active: true })).toMatchObject([
      {
        vendor: "cash", administration: { code: "01", name: "De Vries" }, externalId: "2208", isAdopted: false,
        firstImportedAt: importedAt, changedAt: importedAt, lastSeenAt: new Date("2026-11-20T01:00:00Z"),
      },
    ]);
  });

  it("claims no last sight of a record that is no longer active", async () => {
    expect(await readOrigins(db, { accountId, kind: "materials", localId: materialId, active: false })).toMatchObject([{ lastSeenAt: null }]);
  });

  it("is nothing for other accounts", async () => {
    expect(await readOrigins(db, { accountId: otherAccountId, kind: "materials", localId: materialId, active: true })).toEqual([]);
  });
});

describe("whether hours are billed", () => {
  it("is kept with the hour type, and is no edit that a sync could overwrite", async () => {
    const { id } = await db.prisma.hourType.create({ data: { accountId, code: "REIS", name: "Travel" } });
    expect(await setBillable(db, { accountId, id, billable: false, editedBy: "Vera" })).toEqual({ code: "REIS" });
    expect(await isBillable(db, { accountId, id })).toBe(false);
    expect(await db.prisma.localEdit.count()).toBe(0);
    expect(await codeOf(setBillable(db, { accountId: otherAccountId, id, billable: true, editedBy: "Vera" }))).toBe("record_not_found");
    expect(await isBillable(db, { accountId, id })).toBe(false);
  });
});
