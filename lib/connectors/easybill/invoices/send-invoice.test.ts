import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "@/e2e/sandbox/easybill/faults/schema";
import { startEasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { SendOutcome } from "@/lib/connectors/exporter";
import type { Timing } from "@/lib/timing";
import { exampleInvoice, exampleParty, hoursLine, materialLine, noKeys, textLine } from "./testing/example-invoice";
import { exporterAt, startInvoiceSandbox, type InvoiceSandbox } from "./testing/invoice-sandbox";

let eb: InvoiceSandbox;
beforeAll(async () => {
  eb = await startInvoiceSandbox();
});
afterEach(() => eb.reset());
afterAll(() => eb.sandbox.stop());

const short: Partial<Timing> = { vendorAnswerTimeout: 1_000, vendorIdleTimeout: 1_000 };
const onCreate = { only: { operation: "createDocument" } } as const;
const count = async () => (await eb.sandbox.documents()).length;
const posts = async () => (await eb.sandbox.requestCounts())["createDocument"] ?? 0;

async function send(fault: FaultInput | null, timing: Partial<Timing> = {}): Promise<SendOutcome> {
  if (fault !== null) await eb.sandbox.setFaults([fault]);
  return eb.exporter.send(eb.converse(timing).context, eb.prepare());
}

describe("an invoice that is sent", () => {
  it("is a draft with everything that was prepared, and its id is known", async () => {
    const lines = [textLine("Hahn ersetzt"), materialLine("4711", { quantity: "3", unitPrice: "0.0125", discount: "33.3333" }), hoursLine("MONT", { quantity: "0.33", unitPrice: "62.5" })];
    const prepared = eb.prepare({ lines, date: "2026-11-20", workDays: { first: "2026-11-18", last: "2026-11-20" } }, { paymentTerm: "14", textAfter: "Danke!", textBefore: "Guten Tag" });
    const outcome = await eb.exporter.send(eb.converse().context, prepared);
    const [document] = await eb.sandbox.documents();
    expect(outcome).toEqual({ outcome: "booked", documentId: String(document?.id), ticket: null });
    expect(document).toMatchObject({
      type: "INVOICE", is_draft: true, customer_id: Number(eb.customerId), external_id: "2026.1234", title: "2026.1234", number: null, document_date: "2026-11-20", due_in_days: 14, due_date: "2026-12-04", text: "Danke!",
      text_prefix: "Guten Tag\n\nEinsatzort: Bäckerei Kornblume, Dorfstraße 12, 10115 Berlin", vat_option: "NULL", calc_vat_from: 0,
      service_date: { type: "SERVICE", date_from: "2026-11-18", date_to: "2026-11-20" },
    });
    expect(document?.items).toMatchObject([
      { type: "TEXT", description: "Hahn ersetzt" },
      { type: "POSITION", number: "4711", quantity: 3, unit: "Stk", single_price_net: 1.25, discount: 33.3333, discount_type: "PERCENT", vat_percent: 19, itemType: "PRODUCT" },
      { type: "POSITION", number: "MONT", quantity: 0.33, single_price_net: 6250, vat_percent: 19, itemType: "SERVICE" },
    ]);
  });

  it("comes to EasyBill's own totals, to the cent", async () => {
    const crooked = [
      ["1", "0.005", "0", "19"], ["3", "0.3333", "0", "7"], ["-1.5", "99.99", "12.5", "19"], ["0.33", "62.5", "0", "19"], ["7", "0.0125", "33.3333", "7"], ["1000", "1234.5678", "0.0001", "19"],
      ["2", "12.345", "-10", "7"], ["1", "0.015", "0", "0"], ["12.3456", "7.8901", "2.3456", "19"],
    ] as const;
    for (const from of [0, 1, 2, 3]) {
      const lines = crooked.slice(from).map(([quantity, unitPrice, discount, vatRate]) => materialLine("4711", { quantity, unitPrice, discount, vatRate }));
      const document = exampleInvoice({ reference: `W-${from}`, lines });
      expect(await eb.exporter.send(eb.converse().context, eb.exporter.prepare(document, eb.matched(), {}))).toMatchObject({ outcome: "booked" });
      const booked = (await eb.sandbox.documents()).find(({ external_id }) => external_id === `W-${from}`);
      expect([booked?.amount_net, booked?.amount]).toEqual([document.totals.net, document.totals.gross].map((euros) => Math.round(Number(euros) * 100)));
    }
  });

  it("without a price has EasyBill's", async () => {
    const line = { ...materialLine("4711"), unitPrice: null, net: null };
    await eb.exporter.send(eb.converse().context, eb.prepare({ lines: [line] }));
    expect((await eb.sandbox.documents())[0]).toMatchObject({ amount_net: 2500 });
  });
});

describe("nothing was sent", () => {
  it.each<[string, FaultInput, string]>([
    ["the key is refused", { kind: "unauthorized", ...onCreate }, "authentication_expired"],
    ["the limit is reached", { kind: "rateLimited", ...onCreate }, "vendor_rate_limited"],
    ["the account may not", { kind: "refused", status: 403, ...onCreate }, "missing_rights"],
    ["something holds a record", { kind: "refused", status: 409, ...onCreate }, "vendor_error"],
  ])("when %s", async (_, fault, code) => {
    expect(await send(fault)).toMatchObject({ outcome: "notSent", error: { code } });
    expect(await count()).toBe(0);
  });

  it("when the connection is never opened", async () => {
    const gone = await startEasybillSandbox({ customers: 1, positions: 1 });
    await gone.stop();
    expect(await exporterAt(gone.apiUrl).send(eb.converse().context, eb.prepare())).toMatchObject({ outcome: "notSent", error: { code: "vendor_unreachable", kind: "transient" } });
  });

  it("when the lease is lost, or it is broken off, before the first byte", async () => {
    const lost = { ...eb.converse().context, takeBudget: () => Promise.reject(new Error("lost")) };
    expect(await eb.exporter.send(lost, eb.prepare())).toMatchObject({ outcome: "notSent", error: { code: "unexpected" } });
    const { context, abort } = eb.converse();
    abort.abort();
    expect(await eb.exporter.send(context, eb.prepare())).toMatchObject({ outcome: "notSent", error: { code: "vendor_unreachable" } });
    expect(await posts()).toBe(0);
  });

  it("when the invoice has no customer, or a problem", async () => {
    const unsendable = [eb.prepare({}, {}, noKeys), eb.prepare({}, {}, { ...noKeys, relations: { "70001": "not an id" } }), eb.prepare({ lines: [materialLine("4711", { quantity: "12345.678901" })] })];
    for (const prepared of unsendable) expect(await eb.exporter.send(eb.converse().context, prepared)).toMatchObject({ outcome: "notSent", error: { kind: "system" } });
    expect(await posts()).toBe(0);
  });
});

describe("it may have been booked", () => {
  it.each<[string, FaultInput, string, number]>([
    ["no answer comes, and it was not", { kind: "timeout" }, "vendor_slow", 0],
    ["no answer comes, and it was", { kind: "timeout", when: "afterCommit" }, "vendor_slow", 1],
    ["the connection breaks before", { kind: "reset" }, "vendor_unreachable", 0],
    ["the connection breaks after", { kind: "reset", when: "afterCommit" }, "vendor_unreachable", 1],
    ["EasyBill answers 503 before", { kind: "serverError" }, "vendor_error", 0],
    ["EasyBill answers 500 after", { kind: "serverError", status: 500, when: "afterCommit" }, "vendor_error", 1],
    ["EasyBill says that waiting ended", { kind: "refused", status: 408 }, "vendor_error", 0],
    ["a web page comes", { kind: "nonsense" }, "vendor_nonsense", 1],
    ["the answer breaks off", { kind: "brokenJson" }, "vendor_nonsense", 1],
    ["the answer's body comes twice", { kind: "doubledAnswer", how: "body" }, "vendor_nonsense", 1],
  ])("when %s", async (_, fault, code, booked) => {
    expect(await send({ ...fault, ...onCreate }, code === "vendor_slow" ? short : {})).toMatchObject({ outcome: "uncertain", error: { code, kind: "uncertain" }, ticket: null });
    await expect.poll(posts).toBe(1);
    await expect.poll(count).toBe(booked);
  });

  it("when it is broken off from this side while EasyBill works", async () => {
    await eb.sandbox.setFaults([{ kind: "timeout", when: "afterCommit", ...onCreate }]);
    const { context, abort } = eb.converse();
    const sending = eb.exporter.send(context, eb.prepare());
    await expect.poll(count).toBe(1);
    abort.abort();
    expect(await sending).toMatchObject({ outcome: "uncertain", error: { code: "vendor_slow", kind: "uncertain" } });
  });

  it("but a whole answer that comes twice is heard once", async () => {
    expect(await send({ kind: "doubledAnswer", how: "response", ...onCreate })).toMatchObject({ outcome: "booked" });
    expect([await count(), await posts()]).toEqual([1, 1]);
  });
});

describe("an invoice that EasyBill refuses", () => {
  it("says what of it, and keeps EasyBill's own words", async () => {
    const keys = { ...eb.matched(), relations: { "70001": "999999" } };
    expect(await eb.exporter.send(eb.converse().context, eb.prepare({}, {}, keys))).toEqual({
      outcome: "refused", ticket: null, raw: expect.stringContaining("customer 999999 does not exist"),
      problems: [{ code: "valueRefused", params: { vendor: "EasyBill", record: "invoice", field: "customer", value: "999999" }, raw: "customer_id: customer 999999 does not exist" }],
    });
  });

  it("names the field of a line, each complaint for itself", async () => {
    const message = "items.0.vat_percent: too large; items[1].description: too long; The period is closed";
    await eb.sandbox.setFaults([{ kind: "refused", status: 422, message, ...onCreate }]);
    const prepared = eb.prepare({ lines: [materialLine("4711"), textLine("Hahn ersetzt")] });
    expect(await eb.exporter.send(eb.converse().context, prepared)).toMatchObject({
      outcome: "refused",
      problems: [
        { code: "valueRefused", params: { record: "invoiceLine", field: "vatRate", value: "19", line: 1 } },
        { code: "valueRefused", params: { record: "invoiceLine", field: "text", value: "Hahn ersetzt", line: 2 } },
        { code: "refused", params: { vendor: "EasyBill", message: "The period is closed" } },
      ],
    });
    expect(await count()).toBe(0);
  });

  it("for another payer goes to that one", async () => {
    const [id] = await eb.sandbox.act([{ act: "create", table: "customers", fields: { number: "70002", company_name: "Hausverwaltung", last_name: "" } }]);
    const keys = { ...eb.matched(), relations: { ...eb.matched().relations, "70002": String(id) } };
    await eb.exporter.send(eb.converse().context, eb.prepare({ invoiceCustomer: { ...exampleParty, debtorNumber: "70002" } }, {}, keys));
    expect((await eb.sandbox.documents())[0]).toMatchObject({ customer_id: id });
  });
});
