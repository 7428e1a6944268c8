import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import { readRecords, speak } from "@/e2e/sandbox/cash/testing/wire";
import type { NewRecord } from "@/lib/connectors/exporter";
import type { Party } from "@/lib/connectors/sales-document";
import { createCashConnector } from "../connector";
import { readFieldMap, type FieldMap } from "../field-map";
import { exampleParty } from "../testing/example-order";
import { createCashExporterAt } from "../testing/exporter-at";
import { openConversation, readPass } from "../testing/conversation";
import { findSandboxKeys, type SandboxKeys } from "../testing/sandbox-keys";

let sandbox: CashSandbox;
let keys: SandboxKeys;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 20, articles: 40, protocol: { requestsPerMinute: 0 } });
  keys = await findSandboxKeys(sandbox);
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const exporter = (overrides: Partial<FieldMap> = {}) => createCashExporterAt(sandbox.wsdlUrl, overrides);
const relation = (externalId: string, party: Partial<Party> = {}): NewRecord => ({ kind: "relation", externalId, party: { ...exampleParty, debtorNumber: null, ...party } });
const article = (code: string, type: "material" | "hourType" = "material"): NewRecord => ({ kind: "article", externalId: code, article: { code, name: "Koelkraan", unit: "st", price: "12.5", type } });
const create = (record: NewRecord, overrides: Partial<FieldMap> = {}) => exporter(overrides).create(openConversation().context, record, {});
const lookUp = (relations: string[], articles: string[] = []) => exporter().lookUp(openConversation().context, { relations, articles });
const read = async (command: string) => readRecords((await speak(sandbox.url).export(command)).exportResult);
const imports = async () => (await sandbox.requests({ operation: "Import" })).length;

/** What the import here takes over of it. */
async function takeOver(id: "relations" | "articles", externalId: string) {
  const retrieval = createCashConnector(() => ({ wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) })).retrievals.find((one) => one.id === id);
  if (retrieval === undefined) throw new Error(id);
  const { pages } = await readPass(retrieval, openConversation().context);
  return pages.flatMap(({ kind, records }) => records.map((record) => ({ kind, record }))).find(({ record }) => record.externalId === externalId);
}

describe("a relation number", () => {
  const propose = (wanted: string | null) => exporter().proposeRelationNumber(openConversation().context, wanted);

  it("is the wanted one when nothing stands under it, else the next free one, and sets nothing aside", async () => {
    const next = await propose(null);
    expect(next).toMatch(/^\d{6}$/);
    expect([await propose("900"), await propose(keys.customer), await propose("1234567"), await propose("A1"), await propose("0")]).toEqual(["000900", next, next, next, next]);
    await sandbox.changeRecords("01", [{ action: "put", table: "0101", fields: { "0101": "901", "0103": "Een leverancier" } }]);
    expect(await propose("901")).not.toBe("000901");
    expect((await sandbox.requests({ operation: "Export" })).map(({ subject }) => subject)).not.toContain("2050R");
  });
});

describe("a new relation", () => {
  it.each<[string, Partial<Party>, Record<string, unknown>]>([
    ["in the Netherlands", {}, { name: "Bakkerij De Korenaar", street: "Dorpsstraat 12", postalCode: "3511 AB", city: "Utrecht", countryCode: "NL", email: "info@korenaar.example", phone: "030 123 45 67" }],
    ["in Germany", { postalCode: "10115", city: "Berlin", countryCode: "DE" }, { postalCode: "10115", city: "Berlin", countryCode: "DE" }],
    ["in Ireland", { postalCode: "D02 AF30", city: "Dublin", countryCode: "IE" }, { postalCode: "D02 AF30", city: "Dublin", countryCode: "IE" }],
    ["without a country", { postalCode: "3511ab", countryCode: null }, { postalCode: "3511 AB", city: "Utrecht", countryCode: null }],
    ["with a long phone number", { phone: "+31 (0)30 - 123 45 67" }, { phone: "+310301234567" }],
  ])("%s is a customer that the import takes over as it was entered", async (_, party, content) => {
    expect(await create(relation("000900", party))).toMatchObject({ outcome: "booked" });
    expect(await takeOver("relations", "000900")).toMatchObject({ kind: "relations", record: { outcome: "import", content: { debtorNumber: "900", ...content } } });
    expect(exporter().debtorNumberOf("000900")).toBe("900");
    expect(await lookUp(["900"])).toEqual({ relations: { "900": "000900" }, articles: {}, blocked: { relations: [], articles: [] } });
  });

  it("is not created a second time when its first answer was lost", async () => {
    await sandbox.setFaults([{ kind: "reset", when: "afterCommit", only: { operation: "Import" }, times: 1 }]);
    expect(await create(relation("900"))).toMatchObject({ outcome: "uncertain" });
    expect(await create(relation("900"))).toEqual({ outcome: "booked", documentId: null, ticket: null });
    expect([(await read("0101|900")).length, await imports()]).toEqual([1, 1]);
  });

  it("of which only the relation was booked becomes a customer, and nothing else of it is touched", async () => {
    await sandbox.setFaults([{ kind: "refused", records: "2220", only: { operation: "Import" }, times: 1 }]);
    expect(await create(relation("900"))).toMatchObject({ outcome: "refused" });
    await sandbox.changeRecords("01", [{ action: "change", table: "0101", key: "000900", fields: { "0108": "ander" } }]);
    expect((await lookUp(["900"])).relations).toEqual({});
    expect(await create(relation("900"))).toMatchObject({ outcome: "booked" });
    expect(await read("0101|900")).toMatchObject([{ "0108": "ander" }]);
    expect((await lookUp(["900"])).relations).toEqual({ "900": "000900" });
  });

  it("never overwrites somebody else who got the number meanwhile", async () => {
    await sandbox.changeRecords("01", [{ action: "put", table: "0101", fields: { "0101": "900", "0103": "Iemand anders", "0105": "Kade 1" } }]);
    expect(await create(relation("900"))).toMatchObject({
      outcome: "refused", problems: [{ code: "relationNumberTaken", params: { relation: "900", name: "Iemand anders", vendor: "Cash" } }],
    });
    expect([await read("0101|900"), await imports()]).toEqual([[{ "0101": "000900", "0103": "Iemand anders", "0105": "Kade 1" }], 0]);
  });

  it("that lacks its address is not sent", async () => {
    const outcome = await create(relation("900", { street: "", city: " " }));
    expect(outcome).toMatchObject({ outcome: "refused", problems: [{ code: "relationIncomplete", params: { field: "street" } }, { code: "relationIncomplete", params: { field: "city" } }] });
    expect(await imports()).toBe(0);
  });

  it("is described before: what is cut, replaced or missing", () => {
    const { warnings, problems } = exporter().describeNew(relation("", { name: "Maatschappelijke Ondernemingsvereniging 🔥", street: "" }), {});
    expect(warnings.map(({ code, params }) => [code, params["field"]])).toEqual([["charactersReplaced", "name"], ["textCut", "name"]]);
    expect(problems.map(({ code }) => code)).toEqual(["relationIncomplete"]);
  });

  it("is certainly not sent when Cash cannot be asked first", async () => {
    await sandbox.setFaults([{ kind: "serverError", only: { operation: "Export" } }]);
    expect(await create(relation("900"))).toMatchObject({ outcome: "notSent", error: { code: "vendor_error" } });
  });
});

describe("a new article", () => {
  it.each([["material", "materials"], ["hourType", "hourTypes"]] as const)("of the kind %s is taken over among the %s", async (type, kind) => {
    expect(await create(article("kraan-9", type))).toMatchObject({ outcome: "booked" });
    expect(await takeOver("articles", "KRAAN-9")).toMatchObject({ kind, record: { outcome: "import", content: { code: "KRAAN-9", name: "Koelkraan", unit: "st", price: "12.50" } } });
  });

  it("is never written over one that is there", async () => {
    const before = await read(`2260A|${keys.material}`);
    expect(await create(article(keys.material))).toEqual({ outcome: "booked", documentId: null, ticket: null });
    expect([await read(`2260A|${keys.material}`), await imports()]).toEqual([before, 0]);
  });

  it("has the group and VAT code of the field map, and says of its price what is rounded", async () => {
    await create(article("KRAAN-9"), { newArticleGroup: "DIV", newArticleVatCode: "2" });
    expect(await read("2260A|KRAAN-9")).toMatchObject([{ "2208": "DIV", "2422": "02", "2262": "M" }]);
    const precise: NewRecord = { kind: "article", externalId: "X", article: { code: "X", name: "", unit: null, price: "0.0125", type: "material" } };
    expect(exporter().describeNew(precise, {}).warnings).toMatchObject([{ code: "rounded", params: { field: "price", value: "0.0125", rounded: "0.01" } }]);
    expect(exporter().describeNew(article("A|B"), {}).problems).toMatchObject([{ code: "valueOutOfRange", params: { field: "code", value: "A|B" } }]);
  });
});

describe("a look-up", () => {
  it("knows customers by their number with or without zeros, and articles in any capitals, zeros in front included", async () => {
    await create(article("007"));
    const plain = String(Number(keys.customer));
    expect(await lookUp([plain, keys.customer, "999999", "A1", "new:abc"], [keys.material.toLowerCase(), "007", "7", "NEE", "A|B", ""])).toEqual({
      relations: { [plain]: keys.customer, [keys.customer]: keys.customer },
      articles: { [keys.material.toLowerCase()]: keys.material, "007": "007" },
      blocked: { relations: [], articles: [] },
    });
  });

  it("reads the whole table for many articles", async () => {
    const wanted = Array.from({ length: 11 }, (_, place) => `NEE-${place}`);
    expect((await lookUp([], [...wanted, keys.hourType])).articles).toEqual({ [keys.hourType]: keys.hourType });
    expect((await sandbox.requests({ operation: "Export" })).map(({ subject }) => subject)).toEqual(["2260AZ"]);
  });

  it("names those that Cash has blocked, as relation, as customer or as article", async () => {
    await create(relation("900"));
    await sandbox.changeRecords("01", [
      { action: "block", table: "0101", key: keys.customer },
      { action: "block", table: "2220", key: "000900" },
      { action: "block", table: "2260", key: keys.material },
    ]);
    const { blocked, relations } = await lookUp([keys.customer, "900"], [keys.material, keys.hourType]);
    expect([Object.keys(relations).sort(), blocked]).toEqual([[keys.customer, "900"].sort(), { relations: [keys.customer, "900"], articles: [keys.material] }]);
  });
});
