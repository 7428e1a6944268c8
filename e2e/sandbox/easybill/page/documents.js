import { get, post } from "../../core/page/api.js";
import { announce, make, makeButton, makeCard, makeFacts, makeHead, makeTable } from "../../core/page/elements.js";
import { showPages } from "../../core/page/paging.js";

const euro = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
const writeCents = (cents) => euro.format(cents / 100);

function describeState({ is_draft, cancel_id, paid_at, paid_amount }) {
  if (is_draft) return make("span", { class: "badge" }, "Draft");
  if (cancel_id !== null) return make("span", { class: "badge alert" }, "Cancelled");
  if (paid_at !== null) return make("span", { class: "badge good" }, "Paid");
  return make("span", { class: "badge" }, paid_amount > 0 ? "Partly paid" : "Finished");
}

function documentAddress(id, company) {
  return `#/documents/${id}?company=${company}`;
}

/** Every document, the latest first. */
export function showDocuments(main, { company }) {
  const columns = [{ title: "Document" }, { title: "Type" }, { title: "State" }, { title: "Title" }, { title: "Reference" }, { title: "Customer" }, { title: "Date" }, { title: "Amount", number: true }];
  const makeRow = (document) =>
    make("tr", {}, make("td", { class: "code" }, make("a", { class: "link", href: documentAddress(document.id, company) }, document.number ?? `Draft ${document.id}`)), make("td", {}, document.type), make("td", {}, describeState(document)), make("td", {}, document.title ?? ""), make("td", {}, document.external_id ?? ""), make("td", {}, document.address.company_name || document.address.last_name), make("td", {}, document.document_date), make("td", { class: "number" }, writeCents(document.amount)));
  return showPages(main, { query: { company, table: "documents", order: "latest" }, title: "Documents", sentence: "Drafts, invoices and what cancels them, the latest first.", showRows: (rows) => makeTable("Documents", columns, rows.map(makeRow)), empty: "No documents yet. An export of work orders brings them here." });
}

async function readRows(table, company) {
  return (await get("/records", { company, table, limit: 10000, order: "latest" })).rows;
}

function makeLine(item) {
  const number = (text) => make("td", { class: "number" }, text);
  const isText = item.type === "TEXT";
  return make("tr", {}, make("td", { class: "code" }, item.number ?? ""), make("td", { class: isText && "quiet" }, item.description ?? ""), number(isText ? "" : `${item.quantity} ${item.unit ?? ""}`), number(isText ? "" : writeCents(item.single_price_net ?? 0)), number(item.discount === null ? "" : `${item.discount} ${item.discount_type ?? ""}`), number(isText ? "" : `${item.vat_percent} %`), number(isText ? "" : writeCents(item.total_price_net)));
}

/** What a person can do with a document in this state. */
function actsFor({ id, is_draft, type, cancel_id, paid_at }) {
  if (is_draft) return [{ label: "Finish", act: { act: "finish", id } }, { label: "Delete the draft", act: { act: "remove", table: "documents", id }, leaves: true }];
  if (type !== "INVOICE" || cancel_id !== null) return [];
  return [...(paid_at === null ? [{ label: "Mark as paid", act: { act: "pay", id } }] : []), { label: "Cancel the invoice", act: { act: "cancel", id } }];
}

/** One document with its lines, its files, and what a person can do with it. */
export async function showDocument(main, { id, company }) {
  const [documents, attachments, sent] = await Promise.all([readRows("documents", company), readRows("attachments", company), readRows("postBoxes", company)]);
  const document = documents.find((candidate) => String(candidate.id) === id);
  const back = make("a", { class: "link", href: "#/documents" }, "All documents");
  if (document === undefined) {
    main.replaceChildren(makeHead(`Document ${id}`, "There is no such document in this company.", back));
    return;
  }
  const run = async ({ act, label, leaves }) => {
    await post("/acts", { company, acts: [act] });
    announce(`${label}: done.`);
    if (leaves) location.hash = "#/documents";
    else await showDocument(main, { id, company });
  };
  const files = attachments.filter(({ document_id }) => document_id === document.id);
  const facts = [
    ["State", describeState(document)],
    ["Title", document.title],
    ["Reference", document.external_id],
    ["Customer", [document.address.company_name, document.address.first_name, document.address.last_name].filter(Boolean).join(" ")],
    ["Date", document.document_date],
    ["Service", [document.service_date.date ?? document.service_date.date_from, document.service_date.date_to, document.service_date.text].filter(Boolean).join(" – ")],
    ["Due", document.due_date],
    ["VAT option", document.vat_option],
    ["Paid", document.paid_amount > 0 ? `${writeCents(document.paid_amount)} ${document.paid_at ?? ""}` : ""],
    ["Text before", document.text_prefix],
    ["Text after", document.text],
    ["Files", files.length === 0 ? "" : make("span", {}, ...files.map((file) => make("a", { class: "link", download: file.file_name, href: `data:${file.content_type};base64,${file.content_base64}` }, file.file_name)))],
    ["Sent", sent.filter(({ document_id }) => document_id === document.id).map(({ type, to }) => `${type} ${to}`).join(", ")],
    ["Cancelled by", document.cancel_id === null ? "" : make("a", { class: "link", href: documentAddress(document.cancel_id, company) }, String(document.cancel_id))],
  ];
  const columns = [{ title: "Number" }, { title: "Description" }, { title: "Quantity", number: true }, { title: "Price", number: true }, { title: "Discount", number: true }, { title: "VAT", number: true }, { title: "Net", number: true }];
  const sum = (title, cents) => make("tr", {}, make("td", { colspan: "6" }, make("b", {}, title)), make("td", { class: "number" }, make("b", {}, writeCents(cents))));
  const buttons = actsFor(document).map((choice) => makeButton(choice.label, () => run(choice)));
  main.replaceChildren(
    makeHead(document.number ?? `Draft ${document.id}`, `${document.type}, edited ${document.edited_at}.`, back, ...buttons),
    makeCard(makeFacts(facts)),
    makeCard(makeTable("Lines", columns, [...document.items.map(makeLine), sum("Net", document.amount_net), sum("Total", document.amount)])),
  );
}
