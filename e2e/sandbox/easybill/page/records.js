import { post } from "../../core/page/api.js";
import { announce, closeDialog, make, makeTable, openDialog } from "../../core/page/elements.js";
import { showPages } from "./paging.js";
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

function makeField(name, value) {
  const id = `field-${name}`;
  const control = booleanFields.has(name)
    ? make("select", { class: "input", id, name }, make("option", { value: "false", selected: value !== true }, "No"), make("option", { value: "true", selected: value === true }, "Yes"))
    : make("input", { class: "input", id, name, value: write(value), autocomplete: "off" });
  return make("div", { class: "field" }, make("label", { for: id }, name), control);
}

/** The dialog of one record; without a record it adds one. */
function openRecord(section, company, record, reload) {
  const problem = make("p", { class: "problem", role: "alert", hidden: true });
  const send = async (act, done) => {
    try {
      await post("/acts", { company, acts: [{ table: section.id, ...act }] });
      closeDialog();
      announce(done);
      await reload();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  };
  const save = (event) => {
    event.preventDefault();
    const entered = [...new FormData(event.target)];
    const changed = Object.fromEntries(entered.filter(([name, text]) => name !== "customerId" && text !== write(record?.[name] ?? (booleanFields.has(name) ? false : null))).map(([name, text]) => [name, read(name, text)]));
    if (record !== undefined) return send({ act: "change", id: record.id, fields: changed }, `The ${section.one} has been saved.`);
    const owner = entered.find(([name]) => name === "customerId")?.[1];
    return send({ act: "create", fields: { ...section.blank, ...changed }, ...(owner === undefined ? {} : { customerId: Number(owner) }) }, `The ${section.one} has been added.`);
  };
  const remove = make("button", { type: "button", class: "btn", onclick: () => send({ act: "remove", id: record.id }, `The ${section.one} has been deleted.`) }, "Delete");
  const owner = record === undefined && section.needsCustomer ? [make("div", { class: "field" }, make("label", { for: "customerId" }, "Id of the customer"), make("input", { class: "input", id: "customerId", name: "customerId", required: true, inputmode: "numeric" }))] : [];
  openDialog(
    make(
      "form",
      { onsubmit: save },
      make("header", {}, make("h2", { id: "dialog-title" }, record === undefined ? `Add a ${section.one}` : `${section.one.charAt(0).toUpperCase()}${section.one.slice(1)} ${record.id}`), make("p", { class: "quiet small" }, "Webhooks tell of the change, as when a person makes it in EasyBill.")),
      problem,
      make("div", { class: "fields" }, ...owner, ...section.fields.map((name) => makeField(name, record?.[name]))),
      make("footer", {}, make("div", { class: "actions" }, record === undefined ? "" : remove), make("div", { class: "actions" }, make("button", { type: "button", class: "btn", onclick: closeDialog }, "Cancel"), make("button", { class: "btn primary" }, "Save"))),
    ),
  );
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
  return showPages(main, { table: section.id, company, title: section.title, sentence: "Changes show up by webhook, or in the next sync.", actions, showRows, empty: `No ${section.title.toLowerCase()} yet.` });
}
