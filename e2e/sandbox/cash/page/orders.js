import { get } from "../../core/page/api.js";
import { make, makeButton, makeCard, makeFacts, makeHead, makeTable } from "../../core/page/elements.js";
import { showPages } from "../../core/page/paging.js";
import { lineCents, writeCents } from "./amounts.js";
import { openRecord } from "./records.js";

function orderAddress(number, administration) {
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
  const columns = ["Order", "Reference", "Date", "Customer", "Description"].map((title) => ({ title }));
  const makeRow = async ({ key, fields }) => {
    const link = make("a", { class: "link", href: orderAddress(key, administration) }, key);
    const description = [fields["2405"], fields["2408"]].filter(Boolean).join(" ");
    const cells = [fields["2406"], fields["2401"], await describeRelation(fields["2220"], administration), description];
    return make("tr", {}, make("td", { class: "code" }, link), ...cells.map((cell) => make("td", {}, cell ?? "")));
  };
  return showPages(main, {
    query: { administration, table: "2400", order: "latest" },
    title: "Sales orders",
    sentence: "What exports of work orders booked, the latest first.",
    placeholder: "Reference, customer, description",
    actions: [{ label: "Add a sales order", run: (reload) => openRecord({ section, table, administration, reload }) }],
    showRows: async (rows) => makeTable("Sales orders", columns, await Promise.all(rows.map(makeRow))),
    empty: "No sales orders yet. An export of work orders brings them here.",
  });
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
  ];
  const total = lines.reduce((sum, line) => sum + (lineCents(line.fields) ?? 0n), 0n);
  const columns = [{ title: "Line" }, { title: "Article" }, { title: "Description" }, { title: "Quantity", number: true }, { title: "Price", number: true }, { title: "Discount %", number: true }, { title: "Warehouse" }, { title: "Amount", number: true }];
  const sum = make("tr", {}, make("td", { colspan: "7" }, make("b", {}, "Total without VAT")), make("td", { class: "number" }, make("b", {}, writeCents(total))));
  main.replaceChildren(
    makeHead(`Sales order ${row.key}`, `Booked ${new Date(row.changedAt).toLocaleString()}.`, back, makeButton("All fields", () => openRecord({ section, table, administration, row, reload: again }))),
    makeCard(makeFacts(facts)),
    makeCard(lines.length === 0 ? make("p", { class: "empty" }, "This order has no lines.") : makeTable("Order lines", columns, [...lines.map(makeLine), sum])),
  );
}
