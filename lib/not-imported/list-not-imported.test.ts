import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { openDatabase, type Database } from "@/lib/db";
import { eachNotImported, listNotImported } from "@/lib/not-imported/list-not-imported";
import { readPosition } from "@/lib/paging/list-request";

let test: TestDatabase;
let db: Database;
let accountId: string;
let otherAccountId: string;

async function connect(account: string, vendor: string, administration: string): Promise<string> {
  const { id } = await db.prisma.connection.create({
    data: { accountId: account, vendor, administration, state: "connected", login: {}, secrets: {}, settings: {}, administrations: [] },
  });
  return id;
}

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url);
  [{ id: accountId }, { id: otherAccountId }] = await Promise.all([
    db.prisma.account.create({ data: { name: "Ours" } }),
    db.prisma.account.create({ data: { name: "Theirs" } }),
  ]);
  const ours = await connect(accountId, "cash", "01");
  const theirs = await connect(otherAccountId, "cash", "01");
  const skipped = (externalId: string, more = {}) => ({
    accountId, connectionId: ours, administration: "01", kind: "relations" as const, externalId, label: `Customer ${externalId}`,
    reason: "missingCity", field: "city", params: {}, firstSeenAt: new Date(2026, 10, 1, 0, Number(externalId) % 7), ...more,
  });
  await db.prisma.skippedRecord.createMany({
    data: [
      ...Array.from({ length: 1_203 }, (_, index) => skipped(String(index + 1))),
      skipped("5001", { label: "=cmd|' /C calc'!A0", reason: "invalidValue", params: { value: "??", detail: "no date" } }),
      skipped("6000", { administration: "02" }),
      skipped("7000", { kind: "materials" }),
      skipped("8000", { accountId: otherAccountId, connectionId: theirs }),
    ],
  });
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const list = (more = {}) => listNotImported(db, { accountId, kinds: ["relations"], search: "", sort: "number", direction: "ascending", position: { at: "start" }, ...more });

describe("what is not imported", () => {
  it("is what the present administration has of the kind, in the order of its numbers", async () => {
    const page = await list();
    expect(page.total).toBe(1_204);
    expect(page.rows.slice(0, 11).map((row) => row.externalId)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
    expect(page.rows[0]).toMatchObject({ vendor: "cash", reason: "missingCity", field: "city", params: {} });
  });

  it.each(["number", "since"] as const)("can be walked through completely by %s", async (sort) => {
    const seen: string[] = [];
    for (let position = readPosition({}); ; ) {
      const page = await list({ sort, direction: "descending", position, size: 100 });
      seen.push(...page.rows.map((row) => row.externalId));
      if (page.after === null) break;
      position = readPosition({ after: page.after });
    }
    expect([seen.length, new Set(seen).size]).toEqual([1_204, 1_204]);
  });

  it("is found by number and name", async () => {
    expect((await list({ search: "customer 777" })).rows.map((row) => row.externalId)).toEqual(["777"]);
    expect((await list({ search: "nobody" })).total).toBe(0);
  });

  it("comes whole in portions, for the download", async () => {
    const portions = [];
    for await (const portion of eachNotImported(db, { accountId, kinds: ["relations"], search: "" })) portions.push(portion.length);
    expect(portions).toEqual([1_000, 204]);
  });

  it("is never another account's", async () => {
    expect((await list({ accountId: otherAccountId })).rows.map((row) => row.externalId)).toEqual(["8000"]);
  });
});
