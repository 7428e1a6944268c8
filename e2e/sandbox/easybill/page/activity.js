import { describeStatus, makeFaults, makeTextLink, showActivity } from "../../core/page/activity.js";
import { get } from "../../core/page/api.js";
import { make } from "../../core/page/elements.js";

function indent(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Shows the requests received, the latest first. */
export async function showRequests(main, { company }) {
  const { requests } = await get("/requests");
  showActivity(main, {
    title: "Requests",
    sentence: "What was asked since the last reset. Keys are not kept.",
    columns: [{ title: "Time" }, { title: "Operation" }, { title: "Method" }, { title: "Path" }, { title: "HTTP" }, { title: "Took", number: true }, { title: "Faults" }],
    entries: requests.filter((entry) => entry.company === undefined || entry.company === company),
    makeCells: (entry) => [
      make("td", {}, new Date(entry.at).toLocaleTimeString()),
      make("td", {}, makeTextLink(entry.operation, `${entry.operation}, request ${entry.number}`, entry.body && indent(entry.body))),
      make("td", { class: "code" }, entry.method),
      make("td", {}, make("span", { class: "clip code" }, entry.path)),
      make("td", {}, describeStatus(entry.status)),
      make("td", { class: "number" }, `${entry.milliseconds} ms`),
      makeFaults(entry.faults),
    ],
    empty: "Nobody has called yet.",
    again: () => showRequests(main, { company }),
  });
}

const outcomes = { waiting: "Waiting", delivered: "Delivered", failed: "Failed", lost: "Lost" };
const outcomeStyles = { waiting: "badge", delivered: "badge good", failed: "badge alert", lost: "badge alert" };

/** Shows what was sent to webhooks, the latest first. */
export async function showDeliveries(main, { company }) {
  const { deliveries } = await get("/deliveries");
  showActivity(main, {
    title: "Deliveries",
    sentence: "Every webhook that was sent, or should have been.",
    columns: [{ title: "Time" }, { title: "Event" }, { title: "Record" }, { title: "Outcome" }, { title: "HTTP" }, { title: "Took", number: true }, { title: "Faults" }],
    entries: deliveries.filter((entry) => entry.company === company),
    makeCells: (entry) => [
      make("td", {}, new Date(entry.at).toLocaleTimeString()),
      make("td", {}, makeTextLink(entry.event, `${entry.event}, delivery ${entry.number}`, indent(entry.body))),
      make("td", { class: "code" }, String(entry.recordId)),
      make("td", {}, make("span", { class: outcomeStyles[entry.outcome] }, outcomes[entry.outcome])),
      make("td", {}, entry.status === undefined ? "" : String(entry.status)),
      make("td", { class: "number" }, entry.milliseconds === undefined ? "" : `${entry.milliseconds} ms`),
      makeFaults(entry.faults),
    ],
    empty: "No webhook has been sent yet.",
    again: () => showDeliveries(main, { company }),
  });
}
