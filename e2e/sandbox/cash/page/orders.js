import { lineCents, writeCents } from "./amounts.js";
import { get } from "../../core/page/api.js";
import { make, makeHead, makeTable } from "../../core/page/elements.js";
import { openRecord } from "./records.js";

const pageSize = 25;

export function orderAddress(number, administration) {
  return `#/2400/${number}?administration=${administration}`;
}

async function readOne(table, key, administration) {
  return key === undefined ? undefined : (await get("/records", { administration, table, key, limit: 1 })).rows[0]?.fields;
}

/** A relation's number and name, as a link where it can be looked at. */
async function describeRelation(number, administration) {
  if (number === undefined) return "";
  const relation = await readOne("0101", number, administration);
  return make("span", {}, make("span", { class: "code" }, number), ` ${relation?.["0103"] ?? ""}`);
}

/** Every sales order, the latest first. */
export function showOrders(main, { administration, table, section }) {
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

  async function makeRow({ key, fields }) {
    const link = make("a", { class: "link", href: orderAddress(key, administration) }, key);
    const description = [fields["2405"], fields["2408"]].filter(Boolean).join(" ");
    const cells = [fields["2406"], fields["2401"], await describeRelation(fields["2220"], administration), description];
    return make("tr", {}, make("td", { class: "code" }, link), ...cells.map((cell) => make("td", {}, cell ?? "")));
  }

  async function load() {
    const ticket = (latest += 1);
    const { total, rows } = await get("/records", { administration, table: "2400", search, offset, limit: pageSize, order: "latest" });
    const made = await Promise.all(rows.map(makeRow));
    if (ticket !== latest) return;
    const columns = ["Order", "Reference", "Date", "Customer", "Description"].map((title) => ({ title }));
    list.replaceChildren(made.length === 0 ? make("p", { class: "empty" }, search === "" ? "No sales orders yet. An export of work orders brings them here." : `Nothing matches “${search}”.`) : makeTable("Sales orders", columns, made));
    range.textContent = total === 0 ? "0 orders" : `${offset + 1}–${offset + rows.length} of ${total.toLocaleString()}`;
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
    makeHead("Sales orders", "What exports of work orders booked, the latest first.", make("button", { type: "button", class: "btn", onclick: load }, "Refresh"), make("button", { type: "button", class: "btn", onclick: add }, "Add a sales order")),
    make("section", { class: "card" }, make("div", { class: "bar" }, make("input", { class: "input", type: "search", placeholder: "Reference, customer, description", "aria-label": "Search sales orders", oninput: find }), make("div", { class: "actions" }, range, previous, next)), list),
  );
  return load();
}

function makeLine({ fields }) {
  const cents = lineCents(fields);
  const isText = fields["2260"] === undefined;
  const number = (text) => make("td", { class: "number" }, text ?? "");
  return make(
    "tr",
    {},
    make("td", { class: "code" }, fields["2426"] ?? ""),
    make("td", { class: "code" }, fields["2260"] ?? ""),
    make("td", { class: isText && "quiet" }, fields["2001"] ?? ""),
    number(fields["2410"]),
    number(fields["2267"]),
    number(fields["2002"] === "0,00" ? "" : fields["2002"]),
    make("td", {}, fields["2209"] ?? ""),
    number(isText || cents === undefined ? "" : writeCents(cents)),
  );
}

/** One sales order with its lines and what they come to without VAT. */
export async function showOrder(main, { number, administration, table, section }) {
  const again = () => showOrder(main, { number, administration, table, section });
  const { rows } = await get("/records", { administration, table: "2400", key: number, limit: 1 });
  const back = make("a", { class: "link", href: "#/2400" }, "All sales orders");
  const [row] = rows;
  if (row === undefined) {
    main.replaceChildren(makeHead(`Sales order ${number}`, "There is no such order in this administration.", back));
    return;
  }
  const lines = (await get("/records", { administration, table: "2410", key: row.key, limit: 1000 })).rows;
  const { fields } = row;
  const facts = [
    ["Reference", fields["2406"]],
    ["Order date", fields["2401"]],
    ["Customer", await describeRelation(fields["2220"], administration)],
    ["Invoice to", await describeRelation(fields["2227"], administration)],
    ["Delivery address", fields["2419"]],
    ["Description", [fields["2405"], fields["2408"]].filter(Boolean).join(" ")],
  ].filter(([, value]) => value !== undefined && value !== "");
  const total = lines.reduce((sum, line) => sum + (lineCents(line.fields) ?? 0n), 0n);
  const columns = [{ title: "Line" }, { title: "Article" }, { title: "Description" }, { title: "Quantity", number: true }, { title: "Price", number: true }, { title: "Discount %", number: true }, { title: "Warehouse" }, { title: "Amount", number: true }];
  const sum = make("tr", {}, make("td", { colspan: "7" }, make("b", {}, "Total without VAT")), make("td", { class: "number" }, make("b", {}, writeCents(total))));
  main.replaceChildren(
    makeHead(`Sales order ${row.key}`, `Booked ${new Date(row.changedAt).toLocaleString()}.`, back, make("button", { type: "button", class: "btn", onclick: () => openRecord({ section, table, administration, row, reload: again }) }, "All fields")),
    make("section", { class: "card" }, make("dl", { class: "facts" }, ...facts.flatMap(([title, value]) => [make("dt", {}, title), make("dd", {}, value)]))),
    make("section", { class: "card" }, lines.length === 0 ? make("p", { class: "empty" }, "This order has no lines.") : makeTable("Order lines", columns, [...lines.map(makeLine), sum])),
  );
}
