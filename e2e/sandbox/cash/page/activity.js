import { get } from "../../core/page/api.js";
import { closeDialog, make, makeHead, makeTable, openDialog } from "../../core/page/elements.js";

const shown = 200;

function openText(title, text) {
  openDialog(make("header", {}, make("h2", { id: "dialog-title" }, title)), make("pre", { tabindex: "0" }, text), make("footer", {}, make("span"), make("button", { type: "button", class: "btn", onclick: closeDialog }, "Close")));
}

function describeState(status) {
  if (status === 2) return make("span", { class: "badge good" }, "Done");
  return status === 3 ? make("span", { class: "badge alert" }, "Refused") : make("span", { class: "badge" }, "Pending");
}

/** Shows the imports with their outcome, the latest first. */
export async function showTransactions(main) {
  const { transactions } = await get("/transactions");
  const rows = transactions.slice(0, shown).map(({ id, status, createdAt, admCode, initiator, err, pending }) =>
    make("tr", {}, make("td", { class: "code" }, id), make("td", {}, describeState(status)), make("td", {}, new Date(createdAt).toLocaleString()), make("td", {}, admCode), make("td", {}, initiator), make("td", {}, err === "" && pending === undefined ? "" : make("button", { type: "button", class: "link", onclick: () => openText(`Transaction ${id}`, err || pending.xml) }, err === "" ? "What is waiting" : "What was wrong"))),
  );
  const columns = ["Transaction", "State", "Started", "Administration", "By", "Details"].map((title) => ({ title }));
  main.replaceChildren(
    makeHead("Transactions", "Every import, and what became of it.", make("button", { type: "button", class: "btn", onclick: () => showTransactions(main) }, "Refresh")),
    make("section", { class: "card" }, rows.length === 0 ? make("p", { class: "empty" }, "Nothing has been imported yet.") : makeTable("Transactions", columns, rows)),
  );
}

/** Shows the requests received, the latest first. */
export async function showRequests(main) {
  const { requests, counts } = await get("/requests");
  const rows = requests.slice(-shown).reverse().map((entry) =>
    make(
      "tr",
      {},
      make("td", {}, new Date(entry.at).toLocaleTimeString()),
      make("td", {}, entry.xml === undefined ? entry.operation : make("button", { type: "button", class: "link", onclick: () => openText(`Import, request ${entry.number}`, entry.xml) }, entry.operation)),
      make("td", { class: "code" }, entry.subject),
      make("td", {}, entry.administration),
      make("td", {}, entry.status === "none" ? make("span", { class: "badge alert" }, "No answer") : String(entry.status)),
      make("td", {}, entry.code === undefined ? "" : String(entry.code)),
      make("td", { class: "number" }, entry.bytesSent.toLocaleString()),
      make("td", { class: "number" }, `${entry.milliseconds} ms`),
      make("td", {}, ...entry.faults.map((kind) => make("span", { class: "badge alert" }, kind))),
    ),
  );
  const columns = [{ title: "Time" }, { title: "Operation" }, { title: "Asked for" }, { title: "Administration" }, { title: "HTTP" }, { title: "Code" }, { title: "Bytes", number: true }, { title: "Took", number: true }, { title: "Faults" }];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  main.replaceChildren(
    makeHead("Requests", `${total.toLocaleString()} since the last reset. Passwords are not kept.`, make("button", { type: "button", class: "btn", onclick: () => showRequests(main) }, "Refresh")),
    make("section", { class: "card" }, rows.length === 0 ? make("p", { class: "empty" }, "Nobody has called yet.") : makeTable("Requests", columns, rows)),
  );
}
