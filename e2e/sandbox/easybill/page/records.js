import { make, makeTable } from "../../core/page/elements.js";
import { makeField, openForm } from "../../core/page/form.js";
import { showPages } from "../../core/page/paging.js";
import { booleanFields, listFields, numberFields, plainTexts } from "./sections.js";

function write(value) {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** What was typed into a field, as the vendor keeps it. */
function read(name, text) {
  if (booleanFields.has(name)) return text === "true";
  if (listFields.has(name)) return text.split(",").map((part) => part.trim()).filter(Boolean);
  if (text === "") return plainTexts.has(name) ? "" : null;
  return numberFields.has(name) ? Number(text) : text;
}

function makeInput(name, value) {
  const id = `field-${name}`;
  const control = booleanFields.has(name)
    ? make("select", { class: "input", id, name }, make("option", { value: "false", selected: value !== true }, "No"), make("option", { value: "true", selected: value === true }, "Yes"))
    : make("input", { class: "input", id, name, value: write(value), autocomplete: "off" });
  return makeField(id, [name], control);
}

/** The dialog of one record; without a record it adds one. */
function openRecord(section, company, record, reload) {
  const makeAct = (act, done) => ({ path: "/acts", body: { company, acts: [{ table: section.id, ...act }] }, done });
  const save = (entered) => {
    const before = (name) => write(record?.[name] ?? (booleanFields.has(name) ? false : null));
    const changed = Object.fromEntries(entered.filter(([name, text]) => name !== "customerId" && text !== before(name)).map(([name, text]) => [name, read(name, text)]));
    if (record !== undefined) return makeAct({ act: "change", id: record.id, fields: changed }, `The ${section.one} has been saved.`);
    const owner = entered.find(([name]) => name === "customerId")?.[1];
    return makeAct({ act: "create", fields: { ...section.blank, ...changed }, ...(owner === undefined ? {} : { customerId: Number(owner) }) }, `The ${section.one} has been added.`);
  };
  const owner = record === undefined && section.needsCustomer ? [makeField("customerId", ["Id of the customer"], make("input", { class: "input", id: "customerId", name: "customerId", required: true, inputmode: "numeric" }))] : [];
  openForm({
    title: record === undefined ? `Add a ${section.one}` : `${section.one} ${record.id}`,
    sentence: "Webhooks tell of the change, as when a person makes it in EasyBill.",
    fields: [...owner, ...section.fields.map((name) => makeInput(name, record?.[name]))],
    actions: record === undefined ? [] : [{ label: "Delete", run: () => makeAct({ act: "remove", id: record.id }, `The ${section.one} has been deleted.`) }],
    save,
    reload,
  });
}

function describeState(record) {
  if (record.archived === true) return make("span", { class: "badge alert" }, "Archived");
  const code = record.last_response?.code;
  return code === undefined ? "" : make("span", { class: code >= 200 && code < 300 ? "badge good" : "badge alert" }, code === 0 ? "No answer" : `HTTP ${code}`);
}

/** Shows one table with a dialog for each record. */
export function showRecords(main, { section, company }) {
  const columns = [{ title: "Id" }, ...section.columns.map(([, title]) => ({ title })), { title: "State" }];
  const showRows = (rows, reload) =>
    makeTable(section.title, columns, rows.map((record) => make("tr", {}, make("td", { class: "code" }, make("button", { type: "button", class: "link", onclick: () => openRecord(section, company, record, reload) }, String(record.id))), ...section.columns.map(([name]) => make("td", {}, make("span", { class: "clip" }, write(record[name])))), make("td", {}, describeState(record)))));
  const actions = section.blank === undefined ? [] : [{ label: `Add a ${section.one}`, run: (reload) => openRecord(section, company, undefined, reload) }];
  return showPages(main, { query: { company, table: section.id }, title: section.title, sentence: "Changes show up by webhook, or in the next sync.", actions, showRows, empty: `No ${section.title.toLowerCase()} yet.` });
}
