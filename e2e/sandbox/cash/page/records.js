import { get, post } from "../../core/page/api.js";
import { announce, closeDialog, make, makeHead, makeTable, openDialog } from "../../core/page/elements.js";

const pageSize = 25;

function fieldTitle(table, number) {
  return table.fields.find((field) => field.number === number)?.name ?? number;
}

function isBlocked(table, fields) {
  return table.blockedField !== undefined && fields[table.blockedField] === "J";
}

/** The dialog with all fields of a record; without a row it adds one. */
export function openRecord({ section, table, administration, row, reload }) {
  const problem = make("p", { class: "problem", role: "alert", hidden: true });
  const send = async (change, done) => {
    try {
      await post("/records", { administration, changes: [{ table: table.number, ...change }] });
      closeDialog();
      announce(done);
      await reload();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  };
  const inputs = table.fields.map(({ number, name, length }) => {
    const isKey = row !== undefined && table.keys.includes(number);
    const input = make("input", { class: "input", id: `f${number}`, name: number, value: row?.fields[number] ?? "", readonly: isKey, autocomplete: "off", "aria-describedby": `d${number}` });
    return make("div", { class: "field" }, make("label", { for: `f${number}` }, `${name} `, make("span", { class: "code", id: `d${number}` }, `F${number}, ${length}`)), input);
  });
  const save = (event) => {
    event.preventDefault();
    const entered = Object.fromEntries([...new FormData(event.target)].filter(([number, value]) => value !== (row?.fields[number] ?? "")));
    if (row === undefined) return send({ action: "put", fields: entered }, `The ${section.one} has been added.`);
    return send({ action: "change", key: row.key, fields: entered }, `The ${section.one} has been saved.`);
  };
  const blocked = row !== undefined && isBlocked(table, row.fields);
  const left = row === undefined ? [] : [
    table.blockedField === undefined ? undefined : make("button", { type: "button", class: "btn", onclick: () => send({ action: blocked ? "unblock" : "block", key: row.key }, blocked ? "Unblocked." : "Blocked.") }, blocked ? "Unblock" : "Block"),
    make("button", { type: "button", class: "btn", onclick: () => send({ action: "remove", key: row.key }, `The ${section.one} has been removed.`) }, "Remove"),
  ];
  openDialog(
    make(
      "form",
      { onsubmit: save },
      make("header", {}, make("h2", { id: "dialog-title" }, row === undefined ? `Add a ${section.one}` : `${section.one.charAt(0).toUpperCase()}${section.one.slice(1)} ${row.key}`), make("p", { class: "quiet small" }, row === undefined ? "Only filled fields are stored." : `Last changed ${new Date(row.changedAt).toLocaleString()}.`)),
      problem,
      make("div", { class: "fields" }, ...inputs),
      make("footer", {}, make("div", { class: "actions" }, ...left), make("div", { class: "actions" }, make("button", { type: "button", class: "btn", onclick: closeDialog }, "Cancel"), make("button", { class: "btn primary" }, "Save"))),
    ),
  );
}

/** Shows one table: search, a page of rows, and a dialog for each record. */
export function showRecords(main, { section, table, administration }) {
  let search = "";
  let offset = 0;
  let latest = 0;
  const list = make("div");
  const range = make("span", { class: "quiet small", role: "status" });
  const previous = make("button", { type: "button", class: "btn small", onclick: () => turn(-pageSize) }, "Previous");
  const next = make("button", { type: "button", class: "btn small", onclick: () => turn(pageSize) }, "Next");

  function turn(step) {
    offset = Math.max(0, offset + step);
    return load();
  }

  function makeRow(row) {
    const open = () => openRecord({ section, table, administration, row, reload: load });
    const cells = section.columns.map((number) => make("td", {}, make("span", { class: "clip" }, row.fields[number] ?? "")));
    return make("tr", {}, make("td", { class: "code" }, make("button", { type: "button", class: "link", onclick: open }, row.key)), ...cells, make("td", {}, isBlocked(table, row.fields) ? make("span", { class: "badge alert" }, "Blocked") : ""));
  }

  async function load() {
    const ticket = (latest += 1);
    const { total, rows } = await get("/records", { administration, table: table.number, search, offset, limit: pageSize });
    if (ticket !== latest) return;
    const columns = [{ title: table.keys.map((number) => fieldTitle(table, number)).join(" | ") }, ...section.columns.map((number) => ({ title: fieldTitle(table, number) })), { title: "State" }];
    const empty = search === "" ? `No ${section.title.toLowerCase()} yet.` : `Nothing matches “${search}”.`;
    list.replaceChildren(rows.length === 0 ? make("p", { class: "empty" }, empty) : makeTable(section.title, columns, rows.map(makeRow)));
    range.textContent = total === 0 ? "0 records" : `${offset + 1}–${offset + rows.length} of ${total.toLocaleString()}`;
    previous.disabled = offset === 0;
    next.disabled = offset + rows.length >= total;
  }

  const find = (event) => {
    search = event.target.value;
    offset = 0;
    return load();
  };
  const add = () => openRecord({ section, table, administration, reload: load });
  main.replaceChildren(
    makeHead(section.title, `Record R${table.number}, ${table.name}. Changes show up in the next sync.`, make("button", { type: "button", class: "btn primary", onclick: add }, `Add a ${section.one}`)),
    make("section", { class: "card" }, make("div", { class: "bar" }, make("input", { class: "input", type: "search", placeholder: "Search every field", "aria-label": `Search ${section.title.toLowerCase()}`, oninput: find }), make("div", { class: "actions" }, range, previous, next)), list),
  );
  return load();
}
