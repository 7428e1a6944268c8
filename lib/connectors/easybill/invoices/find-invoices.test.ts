import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "@/e2e/sandbox/easybill/faults/schema";
import type { PreparedContent } from "@/lib/connectors/exporter";
import { failureOf } from "@/lib/connectors/testing/conversation";
import { berlinDay } from "./berlin-day";
import { hoursLine, materialLine, textLine } from "./testing/example-invoice";
import { startInvoiceSandbox, type InvoiceSandbox } from "./testing/invoice-sandbox";

let eb: InvoiceSandbox;
beforeAll(async () => {
  eb = await startInvoiceSandbox();
});
afterEach(() => eb.reset());
afterAll(() => eb.sandbox.stop());

const lines = [textLine("Hahn ersetzt"), materialLine("4711", { quantity: "-0.125", unitPrice: "99.99", discount: "12.5" }), hoursLine("MONT")];
const prepare = (reference = "2026.1234") => eb.prepare({ reference, lines });
const find = (sent: PreparedContent | null, reference = "2026.1234", since = new Date()) => eb.exporter.find(eb.converse().context, { reference, since, sent });
const lists = async () => (await eb.sandbox.requestCounts())["listDocuments"] ?? 0;
const otherCustomer = async () => (await eb.sandbox.customers())[0]?.id ?? 0;

async function book(reference = "2026.1234"): Promise<number> {
  const outcome = await eb.exporter.send(eb.converse().context, prepare(reference));
  return Number(outcome.outcome === "booked" ? outcome.documentId : 0);
}

describe("an invoice", () => {
  it("is found with one request under the customer it was sent for, a draft by its title, and is ours", async () => {
    const id = await book();
    const [found] = await find(prepare().content);
    expect(found).toMatchObject({ id: String(id), number: "2026.1234", url: null, customer: eb.customerId, standing: { state: "draft", number: null, documentId: String(id) } });
    expect(found && eb.exporter.compare(prepare(), found)).toEqual([]);
    expect(await lists()).toBe(1);
  });

  it("is found when a person has finished it, given it to somebody else, or dated it otherwise", async () => {
    const id = await book();
    await eb.sandbox.act([{ act: "change", table: "documents", id, fields: { customer_id: await otherCustomer(), document_date: "2031-01-01", title: "Kühlung" } }, { act: "finish", id }]);
    const [found] = await find(prepare().content);
    expect(found).toMatchObject({ id: String(id), number: "RE-1001", date: "2031-01-01", standing: { state: "final", number: "RE-1001" } });
    expect(await find(null)).toEqual([found]);
  });

  it("is found although EasyBill does not say when it was edited", async () => {
    const id = await book();
    await eb.sandbox.act([{ act: "change", table: "documents", id, fields: { edited_at: "2020-01-01 12:00:00" }, raw: true }]);
    expect(await find(prepare().content)).toMatchObject([{ id: String(id) }]);
  });

  it("is found with every other that has its reference, and with none that merely resembles it", async () => {
    const ids = [await book(), await book()];
    await book("2026.12345");
    await book("2026.1234-2");
    await eb.sandbox.act([{ act: "create", table: "documents", fields: { type: "OFFER", customer_id: Number(eb.customerId), external_id: "2026.1234" } }, { act: "create", table: "documents", fields: { type: "INVOICE", customer_id: Number(eb.customerId), title: "2026.1234" } }]);
    expect((await find(prepare().content)).map(({ id }) => Number(id))).toEqual(ids);
    expect((await find(null)).map(({ id }) => Number(id))).toEqual(ids);
  });

  it("is found under a reference of which EasyBill keeps less than was written", async () => {
    await book("2026.1234 Café 🔥");
    expect(await find(null, "2026.1234 Cafe\u0301  🔥")).toHaveLength(1);
    expect(await find(null, "2026.1234 café 🔥")).toEqual([]);
  });

  it("is absent only after drafts and finished ones since the day before were read", async () => {
    await book("another");
    const since = new Date(Date.now() - 3 * 86_400_000);
    expect(await find(prepare().content, "2026.1234", since)).toEqual([]);
    const asked = (await eb.sandbox.requests({ operation: "listDocuments" })).map(({ path }) => new URL(path, eb.sandbox.url).searchParams);
    expect(asked.map((query) => [query.get("type"), query.get("customer_id"), query.get("is_draft"), query.get("edited_at")])).toEqual([
      ["INVOICE", eb.customerId, null, `${berlinDay(since, -1)},${berlinDay(new Date(), 1)}`],
      ["INVOICE", eb.customerId, null, null],
      ["INVOICE", null, "1", `${berlinDay(since, -1)},${berlinDay(new Date(), 1)}`],
      ["INVOICE", null, "0", `${berlinDay(since, -1)},${berlinDay(new Date(), 1)}`],
    ]);
  });

  it("is not absent when EasyBill has told less than there is, or nothing", async () => {
    await book();
    for (const [fault, code] of [[{ kind: "shortList" }, "vendor_incomplete"], [{ kind: "serverError" }, "vendor_error"], [{ kind: "nonsense" }, "vendor_nonsense"], [{ kind: "unauthorized" }, "authentication_expired"]] as [FaultInput, string][]) {
      await eb.sandbox.setFaults([{ ...fault, only: { operation: "listDocuments" } }]);
      expect((await failureOf(find(prepare().content))).code).toBe(code);
    }
  });

  it("is found among more than one page holds", async () => {
    await eb.sandbox.act(Array.from({ length: 1_050 }, (_, place) => ({ act: "create" as const, table: "documents" as const, fields: { type: "INVOICE", customer_id: Number(eb.customerId), external_id: `X-${place}` } })), { silently: true });
    await book();
    expect(await find(prepare().content)).toHaveLength(1);
    expect(await lists()).toBe(2);
  });

  it("is the same whatever EasyBill leaves out or sends as null", async () => {
    await book();
    await eb.sandbox.changeProtocol({ sendsNulls: true });
    expect(await find(prepare().content)).toMatchObject([{ standing: { state: "draft" } }]);
  });
});

describe("a stray draft", () => {
  const discard = (id: number) => eb.exporter.discard?.(eb.converse().context, String(id));

  it("is deleted, and one that is gone is no trouble", async () => {
    const id = await book();
    await discard(id);
    expect(await eb.sandbox.documents()).toEqual([]);
    await expect(discard(id)).resolves.toBeUndefined();
  });

  it("that somebody has finished stays", async () => {
    const id = await book();
    await eb.sandbox.act([{ act: "finish", id }]);
    expect((await failureOf(Promise.resolve(discard(id)))).kind).toBe("system");
    expect([await eb.sandbox.documents(), (await eb.sandbox.requestCounts())["deleteDocument"]]).toEqual([[expect.objectContaining({ id })], undefined]);
  });

  it("that is locked, or cannot be read, is left for later", async () => {
    const id = await book();
    for (const [kind, operation] of [["locked", "deleteDocument"], ["serverError", "getDocument"], ["serverError", "deleteDocument"]] as const) {
      await eb.sandbox.setFaults([{ kind, only: { operation } }]);
      expect((await failureOf(Promise.resolve(discard(id)))).code).toBe("vendor_error");
    }
    expect(await eb.sandbox.documents()).toHaveLength(1);
  });
});
