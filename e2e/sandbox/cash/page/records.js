import { make, makeTable } from "../../core/page/elements.js";
import { makeField, openForm } from "../../core/page/form.js";
import { showPages } from "../../core/page/paging.js";

function fieldTitle(table, number) {
  return table.fields.find((field) => field.number === number)?.name ?? number;
}

function isBlocked(table, fields) {
  return table.blockedField !== undefined && fields[table.blockedField] === "J";
}

/** The dialog with all fields of a record; without a row it adds one. */
export function openRecord({ section, table, administration, row, reload }) {
  const makeChange = (change, done) => ({ path: "/records", body: { administration, changes: [{ table: table.number, ...change }] }, done });
  const fields = table.fields.map(({ number, name, length }) => {
    const isKey = row !== undefined && table.keys.includes(number);
    const input = make("input", { class: "input", id: `f${number}`, name: number, value: row?.fields[number] ?? "", readonly: isKey, autocomplete: "off", "aria-describedby": `d${number}` });
    return makeField(`f${number}`, [`${name} `, make("span", { class: "code", id: `d${number}` }, `F${number}, ${length}`)], input);
  });
  const save = (entered) => {
    const changed = Object.fromEntries(entered.filter(([number, value]) => value !== (row?.fields[number] ?? "")));
    if (row === undefined) return makeChange({ action: "put", fields: changed }, `The ${section.one} has been added.`);
    return makeChange({ action: "change", key: row.key, fields: changed }, `The ${section.one} has been saved.`);
  };
  if (row === undefined) return openForm({ title: `Add a ${section.one}`, sentence: "Only filled fields are stored.", fields, actions: [], save, reload });
  const { key } = row;
  const block = isBlocked(table, row.fields)
    ? { label: "Unblock", run: () => makeChange({ action: "unblock", key }, "Unblocked.") }
    : { label: "Block", run: () => makeChange({ action: "block", key }, "Blocked.") };
  const remove = { label: "Remove", run: () => makeChange({ action: "remove", key }, `The ${section.one} has been removed.`) };
  const actions = table.blockedField === undefined ? [remove] : [block, remove];
  return openForm({ title: `${section.one} ${key}`, sentence: `Last changed ${new Date(row.changedAt).toLocaleString()}.`, fields, actions, save, reload });
}

/** Shows one table with a dialog for each record. */
export function showRecords(main, { section, table, administration }) {
  const columns = [{ title: table.keys.map((number) => fieldTitle(table, number)).join(" | ") }, ...section.columns.map((number) => ({ title: fieldTitle(table, number) })), { title: "State" }];
  const makeRow = (row, reload) => {
    const open = () => openRecord({ section, table, administration, row, reload });
    const cells = section.columns.map((number) => make("td", {}, make("span", { class: "clip" }, row.fields[number] ?? "")));
    return make("tr", {}, make("td", { class: "code" }, make("button", { type: "button", class: "link", onclick: open }, row.key)), ...cells, make("td", {}, isBlocked(table, row.fields) ? make("span", { class: "badge alert" }, "Blocked") : ""));
  };
  return showPages(main, {
    query: { administration, table: table.number },
    title: section.title,
    sentence: `Record R${table.number}, ${table.name}. Changes show up in the next sync.`,
    actions: [{ label: `Add a ${section.one}`, run: (reload) => openRecord({ section, table, administration, reload }) }],
    showRows: (rows, reload) => makeTable(section.title, columns, rows.map((row) => makeRow(row, reload))),
    empty: `No ${section.title.toLowerCase()} yet.`,
  });
}
