import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startEasybillSandbox, type EasybillSandbox } from "./start";
import { itemsOf, speak } from "./testing/wire";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 10, positions: 20, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const api = () => speak(sandbox.apiUrl);
const firstCustomer = async () => Number(itemsOf(await api().get("/customers?limit=1"))[0]?.id);
const line = { number: "A1", description: "Rohr", quantity: 3, unit: "m", single_price_net: 1050.5, vat_percent: 19, itemType: "PRODUCT" };
const invoice = async (more: object = {}) =>
  api().post("/documents", { type: "INVOICE", customer_id: await firstCustomer(), external_id: "W-1", title: "Auftrag W-1", due_in_days: 14, items: [line], ...more });
const numbersOf = async (path: string) => itemsOf(await api().get(path)).map(({ external_id }) => external_id);

describe("an invoice", () => {
  it("begins as a draft without a number, with the customer's address and totals in whole cents", async () => {
    const { status, body } = await invoice({ is_draft: false });
    expect(status).toBe(201);
    expect(body).toMatchObject({ is_draft: true, number: null, external_id: "W-1", amount_net: 3152, amount: 3751, paid_amount: 0, service_date: { type: "DEFAULT" } });
    expect(body?.address).toMatchObject({ country: "DE" });
    for (const absent of ["cancel_id", "paid_at", "last_postbox_id", "customer_snapshot"]) expect(body).not.toHaveProperty(absent);
  });

  it("is of the day it is given, else of today, and due so many days after that", async () => {
    expect((await invoice({ document_date: "2026-02-20" })).body).toMatchObject({ document_date: "2026-02-20", due_date: "2026-03-06" });
    const { document_date, due_date } = (await invoice({ due_in_days: 0 })).body ?? {};
    expect(due_date).toBe(document_date);
  });

  it("gets its number when it is done, and keeps it", async () => {
    const [first, second] = [await invoice(), await invoice()];
    expect((await api().put(`/documents/${second.id}/done`)).body).toMatchObject({ is_draft: false, number: "RE-1001" });
    expect((await api().put(`/documents/${first.id}/done`)).body).toMatchObject({ is_draft: false, number: "RE-1002" });
    expect((await api().put(`/documents/${second.id}/done`)).body).toMatchObject({ number: "RE-1001" });
  });

  it("is deleted as a draft only, and cancelled once it is done", async () => {
    const [draft, done] = [await invoice(), await invoice()];
    expect((await api().post(`/documents/${done.id}/cancel`)).status).toBe(400);
    await api().put(`/documents/${done.id}/done`);
    expect((await api().delete(`/documents/${draft.id}`)).status).toBe(204);
    expect((await api().delete(`/documents/${done.id}`)).status).toBe(400);
    const cancellation = await api().post(`/documents/${done.id}/cancel`);
    expect(cancellation.body).toMatchObject({ type: "STORNO", number: "ST-1001", ref_id: done.id, amount: -3751, is_draft: false });
    expect((await api().get(`/documents/${done.id}`)).body).toMatchObject({ cancel_id: cancellation.id, amount: 3751 });
    expect((await api().post(`/documents/${done.id}/cancel`)).status).toBe(400);
  });

  it("is paid when its payments reach the amount, or when one says so", async () => {
    const { id } = await invoice();
    expect((await api().post("/document-payments", { document_id: id, amount: 1 })).status).toBe(400);
    await api().put(`/documents/${id}/done`);
    const part = await api().post("/document-payments", { document_id: id, amount: 3750, payment_at: "2026-03-01" });
    expect((await api().get(`/documents/${id}`)).body).not.toHaveProperty("paid_at");
    await api().post("/document-payments", { document_id: id, amount: 1, payment_at: "2026-03-09" });
    expect((await api().get(`/documents/${id}`)).body).toMatchObject({ paid_amount: 3751, paid_at: "2026-03-09" });
    await api().delete(`/document-payments/${part.id}`);
    expect((await api().get(`/documents/${id}`)).body).not.toHaveProperty("paid_at");
    await api().post("/document-payments?paid=true", { document_id: id, amount: 2, payment_at: "2026-04-01" });
    expect((await api().get(`/documents/${id}`)).body).toMatchObject({ paid_amount: 3, paid_at: "2026-04-01" });
  });

  it("is set back by a PUT that says less, unless the vendor is thought to merge", async () => {
    const { id } = await invoice();
    const customer_id = await firstCustomer();
    expect((await api().put(`/documents/${id}`, { customer_id, title: "Neu" })).body).toMatchObject({ title: "Neu", external_id: null, items: [], amount: 0 });
    await sandbox.changeProtocol({ putMerges: true });
    await api().put(`/documents/${id}`, { external_id: "W-2", items: [line] });
    expect((await api().put(`/documents/${id}`, { text: "x" })).body).toMatchObject({ title: "Neu", external_id: "W-2", amount: 3751, text: "x" });
  });

  it("copies from a position what a line does not say", async () => {
    const position = itemsOf(await api().get("/positions?type=PRODUCT&limit=1"))[0];
    const { body } = await invoice({ items: [{ position_id: position?.id, quantity: 2 }] });
    expect(body?.items).toMatchObject([{ number: position?.number, description: position?.description, vat_percent: position?.vat_percent, quantity: 2 }]);
    expect((await invoice({ items: [{ position_id: 1 }] })).status).toBe(400);
    expect((await invoice({ customer_id: 1 })).status).toBe(400);
  });

  it("takes a PDF as attachment, linked by a PUT", async () => {
    const { id } = await invoice();
    const bytes = Buffer.from("%PDF-1.7\n\u0000\u00ff binary");
    const attachment = await api().upload("Auftrag.pdf", bytes);
    expect(attachment).toMatchObject({ status: 201, body: { file_name: "Auftrag.pdf", size: bytes.length, document_id: null } });
    expect((await api().put(`/attachments/${attachment.id}`, { document_id: id })).body).toMatchObject({ document_id: id });
    expect((await api().get(`/documents/${id}`)).body).toMatchObject({ attachment_ids: [attachment.id] });
    const [kept] = await sandbox.attachments();
    expect(Buffer.from(kept?.content_base64 ?? "", "base64")).toEqual(bytes);
  });

  it("is sent by e-mail when it is done, once for every call", async () => {
    const { id } = await invoice();
    expect((await api().post(`/documents/${id}/send/email`)).status).toBe(400);
    await api().put(`/documents/${id}/done`);
    expect((await api().post(`/documents/${id}/send/email`, { to: "kunde@kunde.example" })).status).toBe(204);
    expect((await api().post(`/documents/${id}/send/email`)).status).toBe(204);
    expect(itemsOf(await api().get(`/post-boxes?document_id=${id}`))).toMatchObject([{ to: "kunde@kunde.example", type: "EMAIL", status: "OK" }, { document_id: id }]);
  });
});

describe("the list of documents", () => {
  it("is filtered by type, draft flag, customer, dates, title and number, but not by external_id", async () => {
    const done = await invoice({ external_id: "W-2", title: "Zwei, mit Komma", document_date: "2026-01-15" });
    await api().put(`/documents/${done.id}/done`);
    await invoice({ document_date: "2026-02-01" });
    await invoice({ external_id: "W-3", type: "OFFER" });
    expect(await numbersOf("/documents")).toEqual(["W-2", "W-1", "W-3"]);
    expect(await numbersOf("/documents?external_id=W-3")).toHaveLength(3);
    expect(await numbersOf("/documents?type=INVOICE,CREDIT&is_draft=0")).toEqual(["W-2"]);
    expect(await numbersOf("/documents?type=INVOICE&is_draft=1")).toEqual(["W-1"]);
    expect(await numbersOf(`/documents?customer_id=${await firstCustomer()},5&type[]=OFFER`)).toEqual(["W-3"]);
    expect(await numbersOf("/documents?document_date=2026-01-01,2026-01-31")).toEqual(["W-2"]);
    expect(await numbersOf("/documents?document_date=2026-02-01")).toEqual(["W-1"]);
    expect(await numbersOf("/documents?title=Zwei%5C,%20mit%20Komma")).toEqual(["W-2"]);
    expect(await numbersOf("/documents?number=RE-1001")).toEqual(["W-2"]);
    expect(await numbersOf("/documents?paid_at=null&cancel_id=null")).toHaveLength(3);
    await sandbox.advanceClock({ days: 3 });
    const [, edited] = await sandbox.documents();
    await sandbox.act([{ act: "change", table: "documents", id: edited?.id ?? 0, fields: { text: "neu" } }]);
    const today = new Date((await sandbox.status()).clock.now).toISOString().slice(0, 10);
    expect(await numbersOf(`/documents?edited_at=${today},2099-12-31`)).toEqual(["W-1"]);
  });
});
