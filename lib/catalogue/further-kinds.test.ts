import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { readCategoryName } from "@/lib/catalogue/category-name";
import { editRecord } from "@/lib/catalogue/edit-record";
import { listRecords, type RecordListRequest } from "@/lib/catalogue/list-records";
import { kindsWith } from "@/lib/catalogue/optional-kinds";
import { readOrigins } from "@/lib/catalogue/read-origin";
import { readRecord } from "@/lib/catalogue/read-record";
import { readOptionalKinds } from "@/lib/catalogue/read-optional-kinds";
import { categoryList, contactList, materialList } from "@/lib/catalogue/record-lists";
import { recordKinds, type ImportKind } from "@/lib/connectors/record-kinds";
import { openDatabase, type Database } from "@/lib/db";
import { findRelationOf, listContacts } from "@/lib/relations/list-contacts";
import { fixtureConnector } from "@/lib/sync/fixtures/fixture-connector";
import { FixtureVendor } from "@/lib/sync/fixtures/fixture-vendor";

let test: TestDatabase;
let db: Database;
let accountId: string;
let otherAccountId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
});
afterAll(async () => {
  await db.close();
  await test.drop();
});
beforeEach(async () => {
  [{ id: accountId }, { id: otherAccountId }] = await Promise.all([db.prisma.account.create({ data: { name: "Ours" } }), db.prisma.account.create({ data: { name: "Theirs" } })]);
});

const relation = (debtorNumber: string, name: string) => db.prisma.relation.create({ data: { accountId, debtorNumber, name, street: "Hauptstraße 1", postalCode: "10115", city: "Berlin" } });
const connect = (vendor: string, state: "connected" | "disconnected" = "connected") =>
  db.prisma.connection.create({ data: { accountId, vendor, state, login: {}, secrets: {}, administrations: [], settings: { imports: {} } } });
const link = (connectionId: string, kind: ImportKind, localId: string) =>
  db.prisma.externalLink.create({ data: { accountId, connectionId, administration: "", kind, externalId: localId, localId, hash: "h" } });
const request = { search: "", sort: "name", direction: "ascending", state: "active", position: { at: "start" } } as const satisfies Omit<RecordListRequest<"name">, "accountId">;

describe("records that not every vendor has", () => {
  const everything = fixtureConnector(new FixtureVendor());
  const cash = { ...everything, manifest: { ...everything.manifest, imports: ["relations", "materials"] as const } };
  const kinds = (id = accountId) => readOptionalKinds(db, id, (vendor) => (vendor === "cash" ? cash : everything));

  it("have their pages where a connected vendor brings them", async () => {
    expect(await kinds()).toEqual([]);
    await connect("cash");
    expect(await kinds()).toEqual([]);
    const { id } = await connect("fixture");
    expect(await kinds()).toEqual(["contacts", "categories"]);
    await db.prisma.connection.update({ where: { id }, data: { state: "disconnected" } });
    expect(await kinds()).toEqual([]);
  });

  it("are not offered beside the others where there are none", () => {
    expect(kindsWith([])).toEqual(["relations", "deliveryAddresses", "materials", "hourTypes", "warehouses", "employees"]);
    expect(kindsWith(["contacts", "categories"])).toEqual(recordKinds);
  });

  it("keep them where there are any, and give none to another account", async () => {
    await connect("fixture", "disconnected");
    await db.prisma.category.create({ data: { accountId, code: "1", name: "Kabel" } });
    expect([await kinds(), await kinds(otherAccountId)]).toEqual([["categories"], []]);
  });
});

describe("contact persons", () => {
  it("are listed with the relation they belong to, sorted by either, and found by name, department and e-mail", async () => {
    const [zimmer, adler] = [await relation("1", "Zimmer GmbH"), await relation("2", "Adler AG")];
    await db.prisma.contact.createMany({
      data: [
        { accountId, relationId: zimmer.id, code: "11", name: "Anna Öztürk", department: "Einkauf", email: "anna@zimmer.example", mobile: "0170 1" },
        { accountId, relationId: adler.id, code: "12", name: "Bernd Groß", phone: "030 2" },
        { accountId, relationId: adler.id, code: "13", name: "Carla Alt", active: false, inactiveReason: "gone" },
      ],
    });
    const { rows, total } = await listRecords(db, contactList, { ...request, accountId });
    expect(total).toBe(2);
    expect(rows).toMatchObject([{ name: "Anna Öztürk", relationId: zimmer.id, relationName: "Zimmer GmbH", phone: "0170 1" }, { name: "Bernd Groß", relationName: "Adler AG", phone: "030 2" }]);
    expect((await listRecords(db, contactList, { ...request, accountId, sort: "relation" })).rows.map(({ name }) => name)).toEqual(["Bernd Groß", "Anna Öztürk"]);
    const found = async (search: string) => (await listRecords(db, contactList, { ...request, accountId, search })).rows.map(({ name }) => name);
    expect([await found("ozturk"), await found("einkauf"), await found("zimmer.example"), await found("carla")]).toEqual([["Anna Öztürk"], ["Anna Öztürk"], ["Anna Öztürk"], []]);

    expect((await listContacts(db, { accountId, relationId: adler.id })).map(({ name, active }) => [name, active])).toEqual([["Bernd Groß", true], ["Carla Alt", false]]);
    expect(await listContacts(db, { accountId: otherAccountId, relationId: adler.id })).toEqual([]);
    const contactId = rows[0]?.id ?? "";
    expect(await findRelationOf(db, { accountId, contactId })).toEqual({ id: zimmer.id, name: "Zimmer GmbH" });
    expect(await findRelationOf(db, { accountId: otherAccountId, contactId })).toBeNull();
  });

  it("were last seen when the vendor was asked for those of their relation", async () => {
    const { id: connectionId } = await connect("cash");
    const { id: relationId } = await relation("1", "Zimmer GmbH");
    const { id } = await db.prisma.contact.create({ data: { accountId, relationId, code: "11", name: "Anna Öztürk" } });
    const [{ changedAt }, { id: linkId }] = [await link(connectionId, "contacts", id), await link(connectionId, "relations", relationId)];
    const seen = async () => (await readOrigins(db, { accountId, kind: "contacts", localId: id, active: true }))[0]?.lastSeenAt;
    expect(await seen()).toEqual(changedAt);
    const belowReadAt = new Date(changedAt.getTime() + 60_000);
    await db.prisma.externalLink.update({ where: { id: linkId }, data: { belowReadAt } });
    expect(await seen()).toEqual(belowReadAt);
  });

  it("are edited like other records, and the relation is not theirs to choose", async () => {
    const { id: connectionId } = await connect("fixture");
    const { id: relationId } = await relation("1", "Zimmer GmbH");
    const { id } = await db.prisma.contact.create({ data: { accountId, relationId, code: "11", name: "Anna Öztürk" } });
    await link(connectionId, "contacts", id);
    const edit = (typed: Record<string, string>) => editRecord(db, { accountId, kind: "contacts", id, typed, editedBy: "Femke" });
    expect((await edit({ department: "Einkauf", countryCode: "de" })).changes.map(({ field }) => field)).toEqual(["department", "countryCode"]);
    await expect(edit({ relation: relationId })).rejects.toMatchObject({ code: "invalid_input" });
    expect((await readRecord(db, { accountId, kind: "contacts", id })).content).toMatchObject({ relation: relationId, department: "Einkauf", countryCode: "DE" });
    expect(await db.prisma.localEdit.count({ where: { accountId, kind: "contacts", localId: id } })).toBe(2);
  });
});

describe("the category of a material", () => {
  it("is read by its name where the same integration brings both; else the group stays what it is", async () => {
    const [easy, cash] = [await connect("fixture"), await connect("cash")];
    const category = await db.prisma.category.create({ data: { accountId, code: "10", name: "Kabel", description: "Alles mit Adern" } });
    const [cable, pump] = await Promise.all(["Kabel NYM", "Pumpe"].map((name) => db.prisma.material.create({ data: { accountId, code: name, name, group: "10" } })));
    await link(easy.id, "categories", category.id);
    await link(easy.id, "materials", cable?.id ?? "");
    await link(cash.id, "materials", pump?.id ?? "");
    expect((await listRecords(db, materialList, { ...request, accountId })).rows).toMatchObject([{ name: "Kabel NYM", group: "Kabel" }, { name: "Pumpe", group: "10" }]);
    const nameOf = (materialId = "", account = accountId) => readCategoryName(db, { accountId: account, materialId });
    expect([await nameOf(cable?.id), await nameOf(pump?.id), await nameOf(cable?.id, otherAccountId)]).toEqual(["Kabel", null, null]);
    expect((await listRecords(db, categoryList, { ...request, accountId, search: "kabel" })).rows).toMatchObject([{ number: "10", name: "Kabel", description: "Alles mit Adern" }]);
  });
});
