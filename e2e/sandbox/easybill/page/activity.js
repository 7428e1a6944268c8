import { get } from "../../core/page/api.js";
import { closeDialog, make, makeHead, makeTable, openDialog } from "../../core/page/elements.js";

const shown = 200;

function openText(title, text) {
  openDialog(make("header", {}, make("h2", { id: "dialog-title" }, title)), make("pre", { tabindex: "0" }, text), make("footer", {}, make("span"), make("button", { type: "button", class: "btn", onclick: closeDialog }, "Close")));
}

function indent(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const makeFaults = (faults) => make("td", {}, ...faults.map((kind) => make("span", { class: "badge alert" }, kind)));

/** Shows the requests received, the latest first. */
export async function showRequests(main, { company }) {
  const { requests } = await get("/requests");
  const rows = requests.filter((entry) => entry.company === undefined || entry.company === company).slice(-shown).reverse().map((entry) =>
    make(
      "tr",
      {},
      make("td", {}, new Date(entry.at).toLocaleTimeString()),
      make("td", {}, entry.body === undefined ? entry.operation : make("button", { type: "button", class: "link", onclick: () => openText(`${entry.operation}, request ${entry.number}`, indent(entry.body)) }, entry.operation)),
      make("td", { class: "code" }, entry.method),
      make("td", {}, make("span", { class: "clip code" }, entry.path)),
      make("td", {}, entry.status === "none" ? make("span", { class: "badge alert" }, "No answer") : String(entry.status)),
      make("td", { class: "number" }, `${entry.milliseconds} ms`),
      makeFaults(entry.faults),
    ),
  );
  const columns = [{ title: "Time" }, { title: "Operation" }, { title: "Method" }, { title: "Path" }, { title: "HTTP" }, { title: "Took", number: true }, { title: "Faults" }];
  main.replaceChildren(
    makeHead("Requests", "What was asked since the last reset. Keys are not kept.", make("button", { type: "button", class: "btn", onclick: () => showRequests(main, { company }) }, "Refresh")),
    make("section", { class: "card" }, rows.length === 0 ? make("p", { class: "empty" }, "Nobody has called yet.") : makeTable("Requests", columns, rows)),
  );
}

const outcomes = { waiting: "Waiting", delivered: "Delivered", failed: "Failed", lost: "Lost" };

/** Shows what was sent to webhooks, the latest first. */
export async function showDeliveries(main, { company }) {
  const { deliveries } = await get("/deliveries");
  const rows = deliveries.filter((entry) => entry.company === company).slice(-shown).reverse().map((entry) =>
    make(
      "tr",
      {},
      make("td", {}, new Date(entry.at).toLocaleTimeString()),
      make("td", {}, make("button", { type: "button", class: "link", onclick: () => openText(`${entry.event}, delivery ${entry.number}`, indent(entry.body)) }, entry.event)),
      make("td", { class: "code" }, String(entry.recordId)),
      make("td", {}, make("span", { class: entry.outcome === "delivered" ? "badge good" : entry.outcome === "waiting" ? "badge" : "badge alert" }, outcomes[entry.outcome])),
      make("td", {}, entry.status === undefined ? "" : String(entry.status)),
      make("td", { class: "number" }, entry.milliseconds === undefined ? "" : `${entry.milliseconds} ms`),
      makeFaults(entry.faults),
    ),
  );
  const columns = [{ title: "Time" }, { title: "Event" }, { title: "Record" }, { title: "Outcome" }, { title: "HTTP" }, { title: "Took", number: true }, { title: "Faults" }];
  main.replaceChildren(
    makeHead("Deliveries", "Every webhook that was sent, or should have been.", make("button", { type: "button", class: "btn", onclick: () => showDeliveries(main, { company }) }, "Refresh")),
    make("section", { class: "card" }, rows.length === 0 ? make("p", { class: "empty" }, "No webhook has been sent yet.") : makeTable("Deliveries", columns, rows)),
  );
}
