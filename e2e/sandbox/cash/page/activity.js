import { describeStatus, makeFaults, makeTextLink, showActivity } from "../../core/page/activity.js";
import { get } from "../../core/page/api.js";
import { make } from "../../core/page/elements.js";

function describeState(status) {
  if (status === 2) return make("span", { class: "badge good" }, "Done");
  return status === 3 ? make("span", { class: "badge alert" }, "Refused") : make("span", { class: "badge" }, "Pending");
}

/** Shows the imports with their outcome, the latest first. */
export async function showTransactions(main) {
  const { transactions } = await get("/transactions");
  showActivity(main, {
    title: "Transactions",
    sentence: "Every import, and what became of it.",
    columns: ["Transaction", "State", "Started", "Administration", "By", "Details"].map((title) => ({ title })),
    entries: transactions.reverse(),
    makeCells: ({ id, status, createdAt, admCode, initiator, err, pending }) => {
      const details = err === "" ? makeTextLink(pending === undefined ? "" : "What is waiting", `Transaction ${id}`, pending?.xml) : makeTextLink("What was wrong", `Transaction ${id}`, err);
      const cells = [describeState(status), new Date(createdAt).toLocaleString(), admCode, initiator, details];
      return [make("td", { class: "code" }, id), ...cells.map((cell) => make("td", {}, cell))];
    },
    empty: "Nothing has been imported yet.",
    again: () => showTransactions(main),
  });
}

/** Shows the requests received, the latest first. */
export async function showRequests(main) {
  const { requests, counts } = await get("/requests");
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  showActivity(main, {
    title: "Requests",
    sentence: `${total.toLocaleString()} since the last reset. Passwords are not kept.`,
    columns: [{ title: "Time" }, { title: "Operation" }, { title: "Asked for" }, { title: "Administration" }, { title: "HTTP" }, { title: "Code" }, { title: "Bytes", number: true }, { title: "Took", number: true }, { title: "Faults" }],
    entries: requests,
    makeCells: (entry) => [
      make("td", {}, new Date(entry.at).toLocaleTimeString()),
      make("td", {}, makeTextLink(entry.operation, `Import, request ${entry.number}`, entry.xml)),
      make("td", { class: "code" }, entry.subject),
      make("td", {}, entry.administration),
      make("td", {}, describeStatus(entry.status)),
      make("td", {}, entry.code === undefined ? "" : String(entry.code)),
      make("td", { class: "number" }, entry.bytesSent.toLocaleString()),
      make("td", { class: "number" }, `${entry.milliseconds} ms`),
      makeFaults(entry.faults),
    ],
    empty: "Nobody has called yet.",
    again: () => showRequests(main),
  });
}
