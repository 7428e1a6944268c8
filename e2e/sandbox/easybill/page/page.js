import { showDeliveries, showRequests } from "./activity.js";
import { get } from "../../core/page/api.js";
import { showDocument, showDocuments } from "./documents.js";
import { announce, make } from "../../core/page/elements.js";
import { showRecords } from "./records.js";
import { tableSections } from "./sections.js";
import { showSwitches } from "./switches.js";

const main = document.getElementById("main");
const nav = document.getElementById("nav");
const company = document.getElementById("company");

const documentsSection = { id: "documents", title: "Documents" };
const dataSections = [...tableSections.slice(0, 3), documentsSection, ...tableSections.slice(3)];
const otherSections = [
  { id: "deliveries", title: "Deliveries" },
  { id: "requests", title: "Requests" },
  { id: "switches", title: "Faults and behaviour" },
];

/** `#/documents/70000001?company=business`: a section, and within the documents one of them. */
function currentPlace() {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [id, key] = path.split("/");
  return { id: id || "customers", key: key && decodeURIComponent(key), wanted: new URLSearchParams(query).get("company") };
}

async function refresh() {
  const { faults, companies } = await get("");
  const { id: current } = currentPlace();
  const link = ({ id, title }) =>
    make("li", {}, make("a", { href: `#/${id}`, "aria-current": id === current && "page" }, title, id === "switches" && faults.length > 0 ? make("span", { class: "on" }, `${faults.length} on`) : ""));
  nav.replaceChildren(make("h2", {}, "Data"), make("ul", {}, ...dataSections.map(link)), make("h2", {}, "Activity"), make("ul", {}, ...otherSections.map(link)));
  // On a phone the menu scrolls sideways.
  nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  const own = companies.find(({ id }) => id === company.value);
  document.getElementById("key").replaceChildren(make("dt", {}, "API key"), make("dd", {}, own.isKeyRevoked ? "Revoked" : own.apiKey), make("dt", {}, "Plan"), make("dd", {}, own.plan));
}

async function draw() {
  const { id, key, wanted } = currentPlace();
  if (wanted !== null && [...company.options].some(({ value }) => value === wanted)) company.value = wanted;
  const section = [...dataSections, ...otherSections].find((candidate) => candidate.id === id) ?? dataSections[0];
  document.title = `${section.title} · EasyBill sandbox`;
  await refresh();
  const place = { company: company.value, refresh };
  switch (section.id) {
    case "documents":
      return key ? showDocument(main, { ...place, id: key }) : showDocuments(main, place);
    case "deliveries":
      return showDeliveries(main, place);
    case "requests":
      return showRequests(main, place);
    case "switches":
      return showSwitches(main, place);
    default:
      return showRecords(main, { ...place, section });
  }
}

function redraw() {
  draw().catch((problem) => announce(`The sandbox does not answer: ${problem.message}`));
}

async function begin() {
  const { companies } = await get("");
  company.append(...companies.map(({ id, name, plan }) => make("option", { value: id }, `${name} · ${plan}`)));
  company.addEventListener("change", () => {
    const { id, key, wanted } = currentPlace();
    // A document belongs to one company: the other one's list is shown, and the address says nothing else.
    if (key === undefined && wanted === null) redraw();
    else location.hash = `#/${id}`;
  });
  addEventListener("hashchange", redraw);
  addEventListener("unhandledrejection", (event) => announce(event.reason?.message ?? "Something went wrong."));
  await draw();
}

begin().catch((problem) => announce(`The sandbox does not answer: ${problem.message}`));
