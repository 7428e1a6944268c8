import { closeDialog, make, makeButton, makeCard, makeHead, makeTable, openDialog } from "./elements.js";

const shown = 200;

/** A link that opens a text in the dialog; only its label where there is no text. */
export function makeTextLink(label, title, text) {
  if (text === undefined || text === "") return label;
  const open = () => openDialog(make("header", {}, make("h2", { id: "dialog-title" }, title)), make("pre", { tabindex: "0" }, text), make("footer", {}, make("span"), makeButton("Close", closeDialog)));
  return makeButton(label, open, "link");
}

export function makeFaults(faults) {
  return make("td", {}, ...faults.map((kind) => make("span", { class: "badge alert" }, kind)));
}

export function describeStatus(status) {
  return status === "none" ? make("span", { class: "badge alert" }, "No answer") : String(status);
}

/** Shows what happened, the latest first; `entries` come oldest first, and `makeCells` makes the cells of one. */
export function showActivity(main, { title, sentence, columns, entries, makeCells, empty, again }) {
  const rows = entries.slice(-shown).reverse().map((entry) => make("tr", {}, ...makeCells(entry)));
  main.replaceChildren(makeHead(title, sentence, makeButton("Refresh", again)), makeCard(rows.length === 0 ? make("p", { class: "empty" }, empty) : makeTable(title, columns, rows)));
}
