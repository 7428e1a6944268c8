import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../api/routes";
import { startEasybillSandbox, type EasybillSandbox } from "../start";
import { itemsOf, speak } from "../testing/wire";
import { findDescription, readDescription } from "./description";
import { startContractProxy, type ContractProxy } from "./proxy";

const found = findDescription();
const title = "missing" in found ? `the vendor's description (skipped: ${found.missing})` : "the vendor's description";

describe.skipIf("missing" in found)(title, () => {
  const { description, droppedFormats, droppedEnumerations } = "file" in found ? readDescription(found.file) : { description: {}, droppedFormats: 0, droppedEnumerations: 0 };
  let sandbox: EasybillSandbox;
  let proxy: ContractProxy;
  beforeAll(async () => {
    sandbox = await startEasybillSandbox({ customers: 200, positions: 100, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
    proxy = await startContractProxy(description, sandbox.apiUrl);
  });
  afterAll(async () => {
    await proxy.stop();
    await sandbox.stop();
  });
  const api = () => speak(proxy.apiUrl);

  it("is mended at its contradictions and nowhere else", () => {
    expect([droppedFormats, droppedEnumerations]).toEqual([16, 2]);
  });

  it("finds what is wrong with a request", async () => {
    const before = proxy.violations().length;
    await api().post("/positions", { number: 5, description: "x", sale_price: 1 });
    await api().get("/customers?limit=5000");
    await fetch(`${proxy.apiUrl}/logins`);
    const messages = proxy.violations().slice(before).map(({ exchange, side, message }) => `${exchange} ${side} ${message}`);
    expect(messages).toEqual([
      expect.stringMatching(/^POST \/positions → 400 request body.number .*string/),
      expect.stringMatching(/^GET \/customers → 400 request query.limit .*<= 1000/),
      expect.stringMatching(/^GET \/logins → 401 request .*security/i),
    ]);
  });

  it("holds for every answer of the sandbox", async () => {
    const before = proxy.violations().length;
    const { get, post, put, delete: remove, upload } = api();
    for (const list of ["/logins", "/customers?limit=200&page=1", "/customer-groups", "/position-groups", "/positions?limit=100", "/documents", "/attachments", "/document-payments", "/post-boxes", "/webhooks"]) await get(list);
    const login = itemsOf(await get("/logins"))[0];
    await get(`/logins/${String(login?.id)}`);
    for (const customer of itemsOf(await get("/customers?limit=5"))) await get(`/customers/${String(customer.id)}/contacts`);
    await get("/customers?number=10001,10002&created_at=2020-01-01,2030-01-01&zip_code=41564&emails=a@b.example&company_name=A");

    const customer = await post("/customers", { company_name: "Größe GmbH", last_name: null, emails: ["a@b.example"], country: "DE", tax_options: "revc" });
    await get(`/customers/${customer.id}`);
    await put(`/customers/${customer.id}`, { company_name: "Größe GmbH", last_name: "Süß", due_in_days: 14 });
    const contact = await post(`/customers/${customer.id}/contacts`, { city: "Kaarst", street: "Düsselstr. 21" });
    await get(`/customers/${customer.id}/contacts/${contact.id}`);
    await put(`/customers/${customer.id}/contacts/${contact.id}`, { city: "Kaarst", street: "Düsselstr. 22", emails: [] });
    await remove(`/customers/${customer.id}/contacts/${contact.id}`);
    const position = await post("/positions", { number: "N1", description: "Neu", sale_price: 1250.5, type: "PRODUCT" });
    await get(`/positions/${position.id}`);
    await put(`/positions/${position.id}`, { number: "N1", description: "Neu", sale_price: 1300, type: "PRODUCT" });
    const group = await post("/position-groups", { number: "900", name: "Neu" });
    await get(`/position-groups/${group.id}`);
    await put(`/position-groups/${group.id}`, { number: "900", name: "Neuer" });
    await remove(`/position-groups/${group.id}`);

    const items = [{ type: "TEXT", description: "Zeitraum" }, { number: "N1", description: "Neu", quantity: 1.5, unit: "Std.", single_price_net: 1250.5, vat_percent: 19, itemType: "SERVICE", position_id: position.id, discount: 10, discount_type: "PERCENT" }];
    const draft = { type: "INVOICE", customer_id: customer.id, external_id: "W-1", title: "Auftrag W-1", items, vat_option: "NULL", service_date: { type: "SERVICE", date_from: "2026-01-01", date_to: "2026-01-02" }, document_date: "2026-01-03", due_in_days: 14, text: "Danke", text_prefix: "Guten Tag" };
    const unwanted = await post("/documents", draft);
    await remove(`/documents/${unwanted.id}`);
    const { id } = await post("/documents", draft);
    await put(`/documents/${id}?refresh_customer_data=true`, { ...draft, title: "Auftrag W-1 neu" });
    const attachment = await upload("Auftrag.pdf", Buffer.from("%PDF-1.7\n\u00ff\u0000"));
    await put(`/attachments/${attachment.id}`, { document_id: id });
    await get(`/attachments/${attachment.id}`);
    await put(`/documents/${id}/done`);
    await post(`/documents/${id}/send/email`, { to: "a@b.example", subject: "Rechnung", message: "Anbei." });
    const payment = await post("/document-payments?paid=true", { document_id: id, amount: 100, payment_at: "2026-02-01" });
    await get(`/document-payments/${payment.id}`);
    await get(`/documents/${id}`);
    await remove(`/document-payments/${payment.id}`);
    await post(`/documents/${id}/cancel`);
    await get("/documents?type=INVOICE,STORNO&is_draft=0&edited_at=2026-01-01,2099-01-01&customer_id=1");
    await get(`/post-boxes?document_id=${id}`);
    await remove(`/attachments/${attachment.id}`);

    const webhook = await post("/webhooks", { url: "http://127.0.0.1:9/x", content_type: "json", secret: "s", events: ["document.create", "customer.update"], description: "OutSmart", is_active: true });
    await post("/documents", draft);
    await sandbox.untilDelivered();
    await get(`/webhooks/${webhook.id}`);
    await put(`/webhooks/${webhook.id}`, { url: "http://127.0.0.1:9/y", content_type: "json", secret: "s", events: ["document.create"], description: "OutSmart", is_active: false });
    await remove(`/webhooks/${webhook.id}`);
    await remove(`/positions/${position.id}`);
    await remove(`/customers/${customer.id}`);

    expect(proxy.violations().slice(before)).toEqual([]);
    expect(Object.keys(proxy.checked())).toHaveLength(routes.length);
  });
});
