import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readPass } from "@/lib/connectors/testing/conversation";
import type { NewRecord } from "@/lib/connectors/exporter";
import type { Party } from "@/lib/connectors/sales-document";
import { createEasybillConnector } from "../connector";
import { exampleParty } from "./testing/example-invoice";
import { startInvoiceSandbox, type InvoiceSandbox } from "./testing/invoice-sandbox";

let eb: InvoiceSandbox;
beforeAll(async () => {
  eb = await startInvoiceSandbox();
});
afterEach(() => eb.reset());
afterAll(() => eb.sandbox.stop());

type Article = Extract<NewRecord, { kind: "article" }>["article"];
const relation = (externalId: string, party: Partial<Party> = {}): NewRecord => ({ kind: "relation", externalId, party: { ...exampleParty, debtorNumber: null, ...party } });
const article = (code: string, own: Partial<Article> = {}): NewRecord => ({ kind: "article", externalId: code, article: { code, name: "Kühlhahn", unit: "Stk", price: "12.5", type: "material", ...own } });
const create = (record: NewRecord, settings = {}) => eb.exporter.create(eb.converse().context, record, settings);
const lookUp = (relations: string[], articles: string[] = []) => eb.exporter.lookUp(eb.converse().context, { relations, articles });
const count = async (operation: string) => (await eb.sandbox.requestCounts())[operation] ?? 0;

/** What the import here takes over of it. */
async function takeOver(id: string, externalId: string | null) {
  const retrieval = createEasybillConnector(() => ({ apiUrl: eb.sandbox.apiUrl })).retrievals.find((one) => one.id === id);
  if (retrieval === undefined) throw new Error(id);
  const { pages } = await readPass(retrieval, eb.converse().context);
  return pages.flatMap(({ kind, records }) => records.map((record) => ({ kind, record }))).find(({ record }) => record.externalId === externalId);
}

describe("a customer number", () => {
  const propose = (wanted: string | null) => eb.exporter.proposeRelationNumber(eb.converse().context, wanted);

  it("is the wanted one when nothing stands under it, else one behind the newest", async () => {
    expect([await propose("K-9, links"), await propose(null), await propose("70001"), await propose(" ")]).toEqual(["K-9, links", "70002", "70002", "70002"]);
    await eb.sandbox.act([{ act: "create", table: "customers", fields: { number: "70002", company_name: "A", last_name: "", archived: true } }, { act: "create", table: "customers", fields: { number: "VIP", company_name: "B", last_name: "" } }]);
    expect([await propose("70002"), await propose(null)]).not.toContain("70002");
    expect(await count("createCustomer")).toBe(0);
  });
});

describe("a new customer", () => {
  it("is one that the import takes over as it was entered, under its number", async () => {
    const outcome = await create(relation("70010", { name: "Metzgerei Öztürk", countryCode: "at", postalCode: "1010", city: "Wien" }));
    const [id] = (await eb.sandbox.customers()).filter(({ number }) => number === "70010").map((customer) => String(customer.id));
    expect(outcome).toEqual({ outcome: "booked", documentId: id, ticket: null });
    expect(await takeOver("customers", id ?? null)).toMatchObject({
      kind: "relations",
      record: { outcome: "import", externalId: id, content: { debtorNumber: "70010", name: "Metzgerei Öztürk", attention: "Jansen", street: "Dorfstraße 12", postalCode: "1010", city: "Wien", countryCode: "AT", phone: "030 1234567", email: "info@kornblume.example" } },
    });
    expect(await lookUp(["70010"])).toMatchObject({ relations: { "70010": id }, blocked: { relations: [] } });
    expect(eb.exporter.debtorNumberOf("70010")).toBe("70010");
  });

  it.each(["timeout", "reset", "serverError"] as const)("is not created a second time when its first answer ended in %s", async (kind) => {
    await eb.sandbox.setFaults([{ kind, when: "afterCommit", only: { operation: "createCustomer" }, times: 1 }]);
    const { context } = eb.converse(kind === "timeout" ? { vendorAnswerTimeout: 1_500, vendorIdleTimeout: 1_500 } : {});
    expect(await eb.exporter.create(context, relation("70010"), {})).toMatchObject({ outcome: "uncertain" });
    expect(await create(relation("70010"))).toEqual({ outcome: "booked", documentId: null, ticket: null });
    expect([(await eb.sandbox.customers()).filter(({ number }) => number === "70010").length, await count("createCustomer")]).toEqual([1, 1]);
  });

  it("never takes the number of somebody else", async () => {
    expect(await create(relation("70001", { name: "Jemand anders" }))).toMatchObject({ outcome: "refused", problems: [{ code: "relationNumberTaken", params: { vendor: "EasyBill", relation: "70001", name: "Bäckerei Kornblume" } }] });
    expect(await count("createCustomer")).toBe(0);
  });

  it("that lacks its address is not sent, and says so before", async () => {
    const lacking = relation("70010", { street: "", city: " " });
    const fields = ["street", "city"].map((field) => ({ code: "relationIncomplete", params: { field } }));
    expect(await create(lacking)).toMatchObject({ outcome: "refused", problems: fields });
    expect(eb.exporter.describeNew(lacking, {}).problems).toMatchObject(fields);
    expect(await count("createCustomer")).toBe(0);
  });

  it("is certainly not sent when EasyBill cannot be asked first, turns away, or has no number to find it by", async () => {
    await eb.sandbox.setFaults([{ kind: "serverError", only: { operation: "listCustomers" }, times: 1 }, { kind: "rateLimited", only: { operation: "createCustomer" }, times: 1 }]);
    expect(await create(relation("70010"))).toMatchObject({ outcome: "notSent", error: { code: "vendor_error" } });
    expect(await create(relation("70010"))).toMatchObject({ outcome: "notSent", error: { code: "vendor_rate_limited" } });
    expect(await create(relation(""))).toMatchObject({ outcome: "notSent" });
    expect((await eb.sandbox.customers()).filter(({ company_name }) => company_name === "Bäckerei Kornblume")).toHaveLength(1);
  });

  it("that EasyBill refuses says what of it", async () => {
    await eb.sandbox.setFaults([{ kind: "refused", message: "zip_code: is no postal code", only: { operation: "createCustomer" } }]);
    expect(await create(relation("70010"))).toMatchObject({ outcome: "refused", problems: [{ code: "valueRefused", params: { record: "relation", field: "postalCode", value: "10115" } }] });
  });
});

describe("a new position", () => {
  it.each([["material", "materials", "PRODUCT"], ["hourType", "hourTypes", "SERVICE"]] as const)("of the kind %s is taken over among the %s, with its price without VAT", async (type, kind, there) => {
    const outcome = await create(article("H-9", { type, price: "0.0125" }), { defaultVatRate: "7" });
    expect((await eb.sandbox.positions()).find(({ number }) => number === "H-9")).toMatchObject({ type: there, price_type: "NETTO", sale_price: 1.25, vat_percent: 7, unit: "Stk" });
    expect(await takeOver("positions", outcome.outcome === "booked" ? outcome.documentId : null)).toMatchObject({ kind, record: { outcome: "import", content: { code: "H-9", name: "Kühlhahn", unit: "Stk", price: "0.0125", vatRate: "7" } } });
  });

  it("is never written over one that is there, also when its first answer was lost", async () => {
    expect(await create(article("4711"))).toEqual({ outcome: "booked", documentId: null, ticket: null });
    await eb.sandbox.setFaults([{ kind: "reset", when: "afterCommit", only: { operation: "createPosition" }, times: 1 }]);
    expect([await create(article("H-9")), await create(article("H-9"))]).toMatchObject([{ outcome: "uncertain" }, { outcome: "booked" }]);
    expect((await eb.sandbox.positions()).filter(({ number }) => number === "H-9")).toHaveLength(1);
  });

  it("without a price cannot be, for EasyBill would take nothing for it", async () => {
    expect(eb.exporter.describeNew(article("H-9", { price: null }), {}).problems).toMatchObject([{ code: "valueOutOfRange", params: { field: "price" } }]);
    expect(await create(article("H-9", { price: null }))).toMatchObject({ outcome: "refused" });
    expect(eb.exporter.describeNew(article("H-9", { price: "0" }), {}).problems).toEqual([]);
  });
});

describe("a look-up", () => {
  it("knows numbers as they are, with commas and spaces in them, says who is archived, and asks once for each kind", async () => {
    const [comma, archived, text] = await eb.sandbox.act([
      { act: "create", table: "customers", fields: { number: "A, B", company_name: "Komma", last_name: "", tax_options: "IG" } },
      { act: "create", table: "customers", fields: { number: "70003", company_name: "Alt", last_name: "", archived: true } },
      { act: "create", table: "positions", fields: { number: "TXT", description: "Nur Text", sale_price: 0, type: "TEXT" } },
    ]);
    const found = await lookUp(["70001", "A, B", "70003", "A", "new:abc", ""], ["4711", "TXT", "47", "MONT"]);
    expect(found).toMatchObject({ relations: { "70001": eb.customerId, "A, B": String(comma), "70003": String(archived) }, articles: eb.matched().articles, blocked: { relations: ["70003"], articles: [] } });
    expect(Object.keys(found.relations)).toHaveLength(3);
    expect(found.details?.relations[String(comma)]).toEqual({ state: "open", vatOption: "IG", email: "" });
    expect([text === undefined, await count("listCustomers"), await count("listPositions")]).toEqual([false, 1, 1]);
  });

  it("prefers who is not archived where a number was given twice", async () => {
    await eb.sandbox.act([{ act: "change", table: "customers", id: Number(eb.customerId), fields: { archived: true } }]);
    const [again] = await eb.sandbox.act([{ act: "create", table: "customers", fields: { number: "70001", company_name: "Neu", last_name: "" } }]);
    expect(await lookUp(["70001"])).toMatchObject({ relations: { "70001": String(again) }, blocked: { relations: [] } });
  });

  it("tells the price of a position without its VAT", async () => {
    const [id] = await eb.sandbox.act([{ act: "create", table: "positions", fields: { number: "GROSS", description: "Brutto", sale_price: 11900, price_type: "BRUTTO", vat_percent: 19 } }]);
    expect((await lookUp([], ["GROSS"])).details?.articles).toEqual({ [String(id)]: { price: "100" } });
  });

  it("of very many numbers never makes a request line that is too long", async () => {
    const numbers = Array.from({ length: 500 }, (_, place) => `Größe-${place}-${"x".repeat(20)}`);
    expect((await lookUp(["70001"], [...numbers, "4711"])).articles).toEqual({ "4711": eb.matched().articles["4711"] });
    const asked = await eb.sandbox.requests({ operation: "listPositions" });
    expect(asked.length).toBeLessThan(15);
    expect(Math.max(...asked.map(({ path }) => path.length))).toBeLessThan(4_000);
  });
});

describe("what EasyBill says of customers that are known", () => {
  const readDetails = (relations: Record<string, string>, details = {}) => eb.exporter.readDetails?.(eb.converse().context, { relations, articles: {}, details: { relations: details, articles: {} } });

  it("is whether they are archived or gone, their VAT option and address, with one request each", async () => {
    const [archived] = await eb.sandbox.act([{ act: "create", table: "customers", fields: { number: "70003", company_name: "Alt", last_name: "", archived: true, tax_options: "revc" } }]);
    expect(await readDetails({ a: eb.customerId, b: String(archived), c: "999999", d: "not an id" })).toEqual({
      details: {
        relations: {
          [eb.customerId]: { state: "open", vatOption: "", email: "info@kornblume.example" }, [String(archived)]: { state: "archived", vatOption: "revc", email: "" },
          "999999": { state: "gone", vatOption: "", email: "" }, "not an id": { state: "gone", vatOption: "", email: "" },
        },
        articles: {},
      },
      blocked: { relations: ["b"], articles: [] },
    });
    expect(await count("getCustomer")).toBe(3);
  });

  it("is not asked again after a look-up has said it", async () => {
    await readDetails({ a: eb.customerId }, { [eb.customerId]: { state: "open", vatOption: "", email: "" } });
    expect(await count("getCustomer")).toBe(0);
  });
});
