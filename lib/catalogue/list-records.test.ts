import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { listRecords, type RecordListRequest } from "@/lib/catalogue/list-records";
import { materialList, relationList } from "@/lib/catalogue/record-lists";
import { openDatabase, type Database } from "@/lib/db";
import { readListRequest } from "@/lib/paging/list-request";

let test: TestDatabase;
let db: Database;
let ours: string;
let theirs: string;

const relation = (accountId: string, debtorNumber: string, name: string, more: Record<string, unknown> = {}) => ({
  accountId, debtorNumber, name, street: "Dorpsstraat 1", postalCode: "3430 AB", city: "Nieuwegein", ...more,
});

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
  [{ id: ours }, { id: theirs }] = await Promise.all([db.prisma.account.create({ data: { name: "Ours" } }), db.prisma.account.create({ data: { name: "Theirs" } })]);
  await db.prisma.relation.createMany({
    data: [
      ...Array.from({ length: 240 }, (_, index) => relation(ours, String(1000 + index * 37), `Customer ${index % 9}`)),
      relation(ours, "9", "Élan Schoonmaak", { email: "info@elan.nl" }),
      relation(ours, "77", "Bäckerei Großmann", { city: "Köln" }),
      relation(ours, "78", "Eltman 100% Bouw_werken"),
      relation(ours, "79", "Café 't Hoekje", { active: false, inactiveReason: "blocked" }),
      relation(theirs, "9", "Élan Schoonmaak"),
    ],
  });
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

type Sort = "name" | "number" | "city";
const request = (parts: Partial<RecordListRequest<Sort>> = {}): RecordListRequest<Sort> => ({
  accountId: ours, search: "", sort: "name", direction: "ascending", state: "all", position: { at: "start" }, ...parts,
});
const list = (parts: Partial<RecordListRequest<Sort>> = {}) => listRecords(db, relationList, request(parts));
const next = (cursor: string | null, side: "after" | "before") => readListRequest({ [side]: cursor ?? "" }, ["name"]).position;
const names = async (search: string) => (await list({ search })).rows.map((row) => row.name);

/** Follows the pages to their end. */
async function walk(parts: Partial<RecordListRequest<Sort>>) {
  const pages = [await list(parts)];
  for (let last = pages.at(-1); last?.after; last = pages.at(-1)) pages.push(await list({ ...parts, position: next(last.after, "after") }));
  return pages;
}

describe("a list of records", () => {
  it.each(["name", "number", "city"] as const)("shows every record once, page after page, by %s, in both directions", async (sort) => {
    for (const direction of ["ascending", "descending"] as const) {
      const ids = (await walk({ sort, direction })).flatMap((page) => page.rows.map((row) => row.id));
      expect(new Set(ids).size).toBe(244);
      expect(ids).toHaveLength(244);
    }
  });

  it("leads back over the same pages it came by", async () => {
    const pages = await walk({});
    const last = pages.at(-1);
    const back = await list({ position: next(last?.before ?? null, "before") });
    expect(back.rows.map((row) => row.id)).toEqual(pages.at(-2)?.rows.map((row) => row.id));
    expect((await list({ position: next(pages[1]?.before ?? null, "before") })).before).toBeNull();
    expect([pages[0]?.before, last?.after]).toEqual([null, null]);
  });

  it("neither repeats nor loses a record when others come and go between two pages", async () => {
    const first = await list({});
    const added = await db.prisma.relation.create({ data: relation(ours, "A1", "Aaa first of all") });
    const second = await list({ position: next(first.after, "after") });
    expect(second.rows.some((row) => first.rows.some((seen) => seen.id === row.id))).toBe(false);
    await db.prisma.relation.delete({ where: { id: added.id } });
    expect((await list({ position: next(first.after, "after") })).rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id));
  });

  it("sorts numbers as numbers and names without regard to capitals and accents", async () => {
    const numbers = (await list({ sort: "number" })).rows.slice(0, 5).map((row) => row.number);
    expect(numbers).toEqual(["9", "77", "78", "79", "1000"]);
    const all = (await walk({})).flatMap((page) => page.rows.map((row) => row.name));
    expect([all[0], all.at(-2), all.at(-1)]).toEqual(["Bäckerei Großmann", "Élan Schoonmaak", "Eltman 100% Bouw_werken"]);
  });

  it("finds by parts of name, number, city and e-mail, accents and capitals aside", async () => {
    expect(await names("elan")).toEqual(["Élan Schoonmaak"]);
    expect(await names("BACKEREI grossmann")).toEqual(["Bäckerei Großmann"]);
    expect(await names("koln")).toEqual(["Bäckerei Großmann"]);
    expect(await names("info@elan")).toEqual(["Élan Schoonmaak"]);
    expect(await names("’t bestaat niet")).toEqual([]);
  });

  it("takes % and _ and \\ for what they are", async () => {
    expect(await names("100%")).toEqual(["Eltman 100% Bouw_werken"]);
    expect(await names("_")).toEqual(["Eltman 100% Bouw_werken"]);
    expect(await names("\\")).toEqual([]);
  });

  it("counts what matches, not what the page shows", async () => {
    expect(await list({ search: "customer" })).toMatchObject({ total: 240, rows: { length: 50 } });
    expect((await list({ state: "inactive" })).rows.map((row) => row.name)).toEqual(["Café 't Hoekje"]);
    expect((await list({ state: "active" })).total).toBe(243);
  });

  it("never shows a record of another account", async () => {
    const found = await list({ accountId: theirs, search: "elan" });
    expect([found.total, found.rows.length]).toEqual([1, 1]);
    expect((await list({ accountId: theirs, search: "customer" })).total).toBe(0);
    const stolen = await list({ accountId: theirs, position: next((await list({})).after, "after") });
    expect(stolen.rows.every((row) => row.name === "Élan Schoonmaak")).toBe(true);
  });

  it("finds among thousands of matches as among few", async () => {
    await db.prisma.material.createMany({
      data: Array.from({ length: 2_100 }, (_, index) => ({ accountId: ours, code: String(index), name: `Pipe ${index}`, price: "17.9500" })),
    });
    const many = await listRecords(db, materialList, { ...request({ search: "pipe" }), sort: "number" });
    expect(many.total).toBe(2_100);
    expect(many.rows.slice(0, 3).map((row) => row.number)).toEqual(["0", "1", "2"]);
    expect(many.rows[0]?.price).toBe("17.9500");
  });
});
