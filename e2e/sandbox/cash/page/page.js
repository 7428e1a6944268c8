import { get } from "../../core/page/api.js";
import { showRequests, showTransactions } from "./activity.js";
import { announce, make } from "../../core/page/elements.js";
import { showOrder, showOrders } from "./orders.js";
import { showRecords } from "./records.js";
import { tableSections } from "./sections.js";
import { showSwitches } from "./switches.js";

const main = document.getElementById("main");
const nav = document.getElementById("nav");
const administration = document.getElementById("administration");

const otherSections = [
  { id: "transactions", title: "Transactions" },
  { id: "requests", title: "Requests" },
  { id: "switches", title: "Faults and behaviour" },
];

let tables = [];

/** `#/2400/260001?administration=01`: a section, and within the sales orders one of them. */
function currentPlace() {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [id, key] = path.split("/");
  return { id: id || "0101", key: key && decodeURIComponent(key), wanted: new URLSearchParams(query).get("administration") };
}

function currentId() {
  return currentPlace().id;
}

async function drawNav() {
  const { faults } = await get("");
  const link = ({ id, title }) =>
    make("li", {}, make("a", { href: `#/${id}`, "aria-current": id === currentId() && "page" }, title, id === "switches" && faults.length > 0 ? make("span", { class: "on" }, `${faults.length} on`) : ""));
  nav.replaceChildren(make("h2", {}, "Data"), make("ul", {}, ...tableSections.map(link)), make("h2", {}, "Activity"), make("ul", {}, ...otherSections.map(link)));
  // On a phone the menu scrolls sideways.
  nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}

async function draw() {
  const { id, key, wanted } = currentPlace();
  if (wanted !== null && [...administration.options].some(({ value }) => value === wanted)) administration.value = wanted;
  const section = tableSections.find((candidate) => candidate.id === id);
  document.title = `${section?.title ?? otherSections.find((other) => other.id === id)?.title ?? "Relations"} · Cash sandbox`;
  await drawNav();
  if (id === "transactions") return showTransactions(main);
  if (id === "requests") return showRequests(main);
  if (id === "switches") return showSwitches(main, drawNav);
  const shown = section ?? tableSections[0];
  const place = { section: shown, table: tables.find(({ number }) => number === shown.id), administration: administration.value };
  if (id === "2400") return key ? showOrder(main, { ...place, number: key }) : showOrders(main, place);
  return showRecords(main, place);
}

function redraw() {
  draw().catch((problem) => announce(`The sandbox does not answer: ${problem.message}`));
}

async function begin() {
  const { administrations } = await get("");
  administration.append(...administrations.map(({ admCode, name }) => make("option", { value: admCode }, `${admCode} · ${name}`)));
  tables = (await get("/tables")).tables;
  administration.addEventListener("change", () => {
    const { id, key, wanted } = currentPlace();
    // An order belongs to one administration: the other one's list is shown, and the address says nothing else.
    if (key === undefined && wanted === null) redraw();
    else location.hash = `#/${id}`;
  });
  addEventListener("hashchange", redraw);
  addEventListener("unhandledrejection", (event) => announce(event.reason?.message ?? "Something went wrong."));
  await draw();
}

begin().catch((problem) => announce(`The sandbox does not answer: ${problem.message}`));
