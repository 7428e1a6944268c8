import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { openDatabase, type Database } from "@/lib/db";
import { listAddressPicks, listPicks } from "@/lib/pick/list-picks";
import { splitStreet } from "@/lib/pick/split-street";

let test: TestDatabase;
let db: Database;
let accountId: string;
let otherId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
  const account = () => db.prisma.account.create({ data: { name: "Installatiebedrijf", timeZone: "Europe/Amsterdam" } });
  [{ id: accountId }, { id: otherId }] = [await account(), await account()];
  const place = { postalCode: "6411 AS", city: "Heerlen", countryCode: "NL" };
  await db.prisma.relation.createMany({
    data: [
      ...Array.from({ length: 45 }, (_, index) => ({ accountId, debtorNumber: String(10_000 + index), name: `Customer ${String(index).padStart(2, "0")}`, street: "Kerkstraat 1", ...place })),
      { accountId, debtorNumber: "7", name: "Café Élan", street: "Dorpsstraat 18 a", mobile: "06 1", attention: "Joost", ...place },
      { accountId, debtorNumber: "8", name: "Café gone", street: "X 1", active: false, ...place },
      { accountId: otherId, debtorNumber: "9", name: "Café of others", street: "X 1", ...place },
    ],
  });
  const elan = await db.prisma.relation.findFirstOrThrow({ where: { accountId, debtorNumber: "7" } });
  await db.prisma.deliveryAddress.createMany({
    data: [
      { accountId, relationId: elan.id, code: "1", description: "Warehouse", street: "Havenkade 4", city: "Maastricht" },
      { accountId, relationId: elan.id, code: "2", name: "Kitchen", active: false },
    ],
  });
  await db.prisma.material.createMany({
    data: [
      { accountId, code: "14711", name: "A valve", price: "12.0000" },
      { accountId, code: "4711", name: "Pump", unit: "pc", price: "17.9500" },
    ],
  });
  await db.prisma.hourType.create({ data: { accountId, code: "REIS", name: "Travel", billable: false } });
  await db.prisma.employee.create({ data: { accountId, code: "SB", name: "Sanne Bakker" } });
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const relationsFor = (search: string, after = "") => listPicks(db, { accountId, kind: "relations", search, after });

it("finds by any part of name or number, accents aside, only what is active and the account's own", async () => {
  const { picks, after } = await relationsFor("cafe");
  expect(picks.map(({ code }) => code)).toEqual(["7"]);
  expect(after).toBeNull();
  expect(picks[0]).toMatchObject({ name: "Café Élan", detail: "Dorpsstraat 18 a, Heerlen", party: { debtorNumber: "7", street: "Dorpsstraat", houseNumber: "18 a", contact: "Joost", phone: "06 1", email: null } });
});

it("gives twenty at a time, each once", async () => {
  const codes: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page: Awaited<ReturnType<typeof relationsFor>> = await relationsFor("customer", after);
    expect(page.picks.length).toBeLessThanOrEqual(20);
    codes.push(...page.picks.map(({ code }) => code));
    after = page.after;
  }
  expect(codes).toHaveLength(45);
  expect(new Set(codes).size).toBe(45);
});

it("has the code that was typed in full first", async () => {
  const { picks } = await listPicks(db, { accountId, kind: "materials", search: "4711", after: "" });
  expect(picks.map(({ code, price, unit }) => ({ code, price, unit }))).toEqual([{ code: "4711", price: "17.95", unit: "pc" }, { code: "14711", price: "12", unit: null }]);
});

it("knows hour types and employees, and what is not billable", async () => {
  expect((await listPicks(db, { accountId, kind: "hourTypes", search: "", after: "" })).picks).toMatchObject([{ code: "REIS", name: "Travel", isBillable: false }]);
  expect((await listPicks(db, { accountId, kind: "employees", search: "bak", after: "" })).picks).toMatchObject([{ code: "SB", name: "Sanne Bakker" }]);
  expect((await listPicks(db, { accountId: otherId, kind: "employees", search: "", after: "" })).picks).toEqual([]);
});

it("gives the addresses in use of one relation", async () => {
  const addressesFor = (relation: string, search = "") => listAddressPicks(db, { accountId, relation, search });
  expect((await addressesFor("7")).picks).toMatchObject([{ code: "1", name: "Warehouse", detail: "Havenkade 4, Maastricht" }]);
  expect((await addressesFor("7", "maas")).picks).toHaveLength(1);
  expect((await addressesFor("7", "nowhere")).picks).toEqual([]);
  expect((await addressesFor("9")).picks).toEqual([]);
});

it.each([
  ["Dorpsstraat 18", "Dorpsstraat", "18"],
  ["Dorpsstraat 18 a", "Dorpsstraat", "18 a"],
  ["Burg. van Grunsvenplein 118-3", "Burg. van Grunsvenplein", "118-3"],
  ["Plein 1944 12", "Plein 1944", "12"],
  ["18 Septemberplein", "18 Septemberplein", null],
  ["Postbus", "Postbus", null],
])("%s is street and number", (address, street, houseNumber) => {
  expect(splitStreet(address)).toEqual({ street, houseNumber });
});
