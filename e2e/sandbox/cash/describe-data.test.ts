import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CashFields } from "./data/record";
import { describeData } from "./generator/describe";
import { relationKindAt } from "./generator/relation-kinds";
import { startCashSandbox, type CashSandbox } from "./start";
import { readRecords, speak } from "./testing/wire";

const options = { relations: 5000, articles: 1000, warehouses: 8, employees: 40 };
const description = describeData(options);

/** An address read as the vendor's documents say, written here a second time on purpose. */
function judge(relation: CashFields, customer: CashFields | undefined): string {
  const filled = (number: string) => (relation[number] ?? "").trim();
  const combined = /^(\d{4} [A-Z]{2}|\d{4,5}|L-\d{4}|[A-Z]\d [A-Z0-9]{3})? ?(.*)$/.exec(filled("0107"));
  if (customer === undefined) return "notCustomer";
  if (filled("1487") === "J" || customer["2226"] === "J") return "blocked";
  if (filled("0103") === "") return "missingName";
  if (filled("0105") === "" && filled("1833") === "") return "missingStreet";
  if (filled("0438") === "" && (combined?.[1] ?? "") === "") return "missingPostalCode";
  return filled("1837") === "" && (combined?.[2] ?? "") === "" ? "missingCity" : "imported";
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

describe.each(["01", "02"] as const)("what describeData says of administration %s", (code) => {
  let sandbox: CashSandbox;
  let relations: readonly CashFields[];
  let customers: ReadonlyMap<string, CashFields>;
  const read = async (command: string) => readRecords((await speak(sandbox.url, undefined, code).export(command)).exportResult);
  const expected = description[code];

  beforeAll(async () => {
    sandbox = await startCashSandbox(options);
    relations = await read("0101");
    customers = new Map((await read("2220")).map((fields) => [fields["0101"] ?? "", fields]));
  });
  afterAll(() => sandbox.stop());

  it("holds for the relations: rows, different numbers, and what becomes of each", () => {
    const byNumber = new Map(relations.map((fields) => [fields["0101"] ?? "", fields]));
    expect(relations).toHaveLength(expected.relations.rows);
    expect(byNumber.size).toBe(expected.relations.distinct);
    expect(tally([...byNumber].map(([number, fields]) => judge(fields, customers.get(number))))).toEqual({
      imported: expected.relations.imported,
      ...expected.relations.skipped,
    });
  });

  it("holds for the customers", () => {
    expect(customers.size).toBe(expected.customers);
  });

  it("holds for the delivery addresses", async () => {
    const imported = new Set(relations.filter((fields) => judge(fields, customers.get(fields["0101"] ?? "")) === "imported").map((fields) => fields["0101"]));
    const addresses = await read("2229");
    const ofImported = addresses.filter((fields) => imported.has(fields["0101"]));
    expect(expected.deliveryAddresses).toEqual({
      rows: addresses.length,
      ofImportedRelations: ofImported.length,
      incompleteOfImportedRelations: ofImported.filter((fields) => /^\d{4} [A-Z]{2}$/.test(fields["0107"] ?? "")).length,
    });
    expect(addresses.length / relations.length).toBeGreaterThan(0.2);
    expect(addresses.length / relations.length).toBeLessThan(0.35);
  });

  it("holds for the articles of each type", async () => {
    const articles = await read("2260A");
    expect(articles).toHaveLength(expected.articles.rows);
    for (const [type, counts] of Object.entries(expected.articles.types)) {
      const ofType = articles.filter((fields) => fields["2262"] === type);
      expect(counts, type).toEqual({
        rows: ofType.length,
        blocked: ofType.filter((fields) => fields["2280"] === "J").length,
        withoutDescription: ofType.filter((fields) => fields["2001"] === undefined).length,
        outsideWebShop: ofType.filter((fields) => fields["2278"] === "N").length,
        usable: ofType.filter((fields) => fields["2280"] !== "J" && fields["2001"] !== undefined).length,
      });
    }
  });

  it("holds for warehouses and employees", async () => {
    const [warehouses, employees] = [await read("2209"), await read("2205")];
    const blocked = (records: readonly CashFields[]) => records.filter((fields) => fields["2280"] === "J").length;
    expect(expected.warehouses).toEqual({ rows: warehouses.length, blocked: blocked(warehouses) });
    expect(expected.employees).toEqual({
      rows: employees.length,
      blocked: blocked(employees),
      withoutEmail: employees.filter((fields) => fields["0120"] === undefined).length,
    });
  });

  it("shows every kind of flaw on the wire as often as it says", () => {
    const { kinds } = expected.relations;
    const count = (holds: (fields: CashFields) => boolean) => relations.filter(holds).length;
    expect(count((fields) => fields["1487"] === "J")).toBe(kinds.blockedRelation);
    expect([...customers.values()].filter((fields) => fields["2226"] === "J")).toHaveLength(kinds.blockedCustomer);
    expect(count((fields) => (fields["0103"] ?? "").includes("|"))).toBe(kinds.pipeName);
    expect(count((fields) => (fields["0103"] ?? "").includes("\n"))).toBe(kinds.lineBreakName);
    expect(count((fields) => (fields["0103"] ?? "").length > 200)).toBe(kinds.overlongValues);
    expect(count((fields) => /["'<]/.test(fields["0103"] ?? "") && !(fields["0103"] ?? "").includes("'t Hoekje"))).toBe(kinds.quotesName);
    expect(count((fields) => "0130" in fields)).toBe(kinds.foreignAddress);
    expect(count((fields) => "1833" in fields)).toBe(kinds.splitAddress);
    expect(count((fields) => "0105" in fields && "0107" in fields && !("0438" in fields))).toBe(kinds.combinedPostcodeAndPlace + kinds.missingPostalCode);
    expect(count((fields) => !("0120" in fields))).toBe(kinds.emptyEmail);
    expect(count((fields) => "0120" in fields && !/^[^@\s]+@[^@\s]+\.[a-z]+$/.test(fields["0120"] ?? ""))).toBe(kinds.malformedEmail);
    expect(relations.length - new Set(relations.map((fields) => fields["0101"])).size).toBe(kinds.duplicateNumber);
  });
});

describe("the flaws", () => {
  it("are all there as soon as there are a hundred relations", () => {
    const { kinds } = describeData({ relations: 101 })["01"].relations;
    expect(Object.entries(kinds).filter(([, count]) => count === 0)).toEqual([]);
  });

  it("never hide behind a duplicate: the row before one is plain", () => {
    const places = Array.from({ length: 5000 }, (_, index) => index);
    const before = places.filter((index) => relationKindAt(index) === "duplicateNumber").map((index) => relationKindAt(index - 1));
    expect(new Set(before)).toEqual(new Set(["plain"]));
  });
});
