import { get } from "./api.js";
import { announce, make } from "./elements.js";

const main = document.getElementById("main");
const nav = document.getElementById("nav");
const owner = document.getElementById("owner");

const switchesSection = { id: "switches", title: "Faults and behaviour" };

/**
 * Runs a page: the menu, and the section that the address names, of one owner (an administration, a company) at a time.
 * `show` draws a section into `main`; `ownersOf` finds the owners in the status; `followStatus` draws what else the frame says of it.
 */
export function runPage({ vendor, ownerName, ownersOf, dataSections, activitySections, show, followStatus = () => undefined }) {
  const otherSections = [...activitySections, switchesSection];
  const sections = [...dataSections, ...otherSections];

  /** `#/2400/260001?administration=01`: a section, and within it one record. */
  function currentPlace() {
    const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?");
    const [id, key] = path.split("/");
    return { section: sections.find((section) => section.id === id) ?? sections[0], key: key && decodeURIComponent(key), wanted: new URLSearchParams(query).get(ownerName) };
  }

  async function refresh() {
    const status = await get("");
    const on = status.faults.length;
    const { section } = currentPlace();
    const link = ({ id, title }) => make("li", {}, make("a", { href: `#/${id}`, "aria-current": id === section.id && "page" }, title, id === switchesSection.id && on > 0 ? make("span", { class: "on" }, `${on} on`) : ""));
    nav.replaceChildren(make("h2", {}, "Data"), make("ul", {}, ...dataSections.map(link)), make("h2", {}, "Activity"), make("ul", {}, ...otherSections.map(link)));
    // On a phone the menu scrolls sideways.
    nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
    followStatus(status, owner.value);
  }

  async function draw() {
    const { section, key, wanted } = currentPlace();
    if (wanted !== null && [...owner.options].some(({ value }) => value === wanted)) owner.value = wanted;
    document.title = `${section.title} · ${vendor} sandbox`;
    main.setAttribute("aria-busy", "true");
    try {
      await refresh();
      await show(main, { section, key, owner: owner.value, refresh });
    } finally {
      main.removeAttribute("aria-busy");
    }
  }

  const complain = (problem) => announce(`The sandbox does not answer: ${problem.message}`);
  const redraw = () => {
    draw().catch(complain);
  };

  async function begin() {
    owner.append(...ownersOf(await get("")).map(({ value, label }) => make("option", { value }, label)));
    owner.addEventListener("change", () => {
      const { section, key, wanted } = currentPlace();
      // A record belongs to one owner: the other one's list is shown, and the address says nothing else.
      if (key === undefined && wanted === null) redraw();
      else location.hash = `#/${section.id}`;
    });
    addEventListener("hashchange", redraw);
    addEventListener("unhandledrejection", (event) => announce(event.reason?.message ?? "Something went wrong."));
    await draw();
  }

  begin().catch(complain);
}
