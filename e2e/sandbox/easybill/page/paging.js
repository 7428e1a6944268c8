import { get } from "../../core/page/api.js";
import { make, makeHead } from "../../core/page/elements.js";

const pageSize = 25;

/** A card with search and pages over one table; `showRows` makes what stands in it. */
export function showPages(main, { table, company, title, sentence, order = "table", actions = [], showRows, empty }) {
  let search = "";
  let offset = 0;
  let latest = 0;
  const list = make("div");
  const range = make("span", { class: "quiet small", role: "status" });
  const turn = (step) => {
    offset = Math.max(0, offset + step);
    return load();
  };
  const previous = make("button", { type: "button", class: "btn small", onclick: () => turn(-pageSize) }, "Previous");
  const next = make("button", { type: "button", class: "btn small", onclick: () => turn(pageSize) }, "Next");

  async function load() {
    const ticket = (latest += 1);
    const { total, rows } = await get("/records", { company, table, search, offset, limit: pageSize, order });
    if (ticket !== latest) return;
    list.replaceChildren(rows.length === 0 ? make("p", { class: "empty" }, search === "" ? empty : `Nothing matches “${search}”.`) : showRows(rows, load));
    range.textContent = total === 0 ? "0 records" : `${offset + 1}–${offset + rows.length} of ${total.toLocaleString()}`;
    previous.disabled = offset === 0;
    next.disabled = offset + rows.length >= total;
  }

  const find = (event) => {
    search = event.target.value;
    offset = 0;
    return load();
  };
  main.replaceChildren(
    makeHead(title, sentence, make("button", { type: "button", class: "btn", onclick: load }, "Refresh"), ...actions.map(({ label, run }) => make("button", { type: "button", class: "btn primary", onclick: () => run(load) }, label))),
    make("section", { class: "card" }, make("div", { class: "bar" }, make("input", { class: "input", type: "search", placeholder: "Search every field", "aria-label": `Search ${title.toLowerCase()}`, oninput: find }), make("div", { class: "actions" }, range, previous, next)), list),
  );
  return load();
}
