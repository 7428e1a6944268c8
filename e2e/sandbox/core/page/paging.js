import { get } from "./api.js";
import { make, makeButton, makeCard, makeHead } from "./elements.js";

const pageSize = 25;

/**
 * A card with search and pages over one table. `query` says which records, `showRows` makes what stands in it, and `actions` are
 * the buttons above; both get a function that reads the page again.
 */
export function showPages(main, { query, title, sentence, placeholder = "Search every field", actions = [], showRows, empty }) {
  let search = "";
  let offset = 0;
  let latest = 0;
  const list = make("div");
  const range = make("span", { class: "quiet small", role: "status" });
  const turn = (step) => {
    offset = Math.max(0, offset + step);
    return load();
  };
  const previous = makeButton("Previous", () => turn(-pageSize), "btn small");
  const next = makeButton("Next", () => turn(pageSize), "btn small");

  async function load() {
    const ticket = (latest += 1);
    const { total, rows } = await get("/records", { ...query, search, offset, limit: pageSize });
    const shown = rows.length === 0 ? make("p", { class: "empty" }, search === "" ? empty : `Nothing matches “${search}”.`) : await showRows(rows, load);
    if (ticket !== latest) return;
    list.replaceChildren(shown);
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
    makeHead(title, sentence, makeButton("Refresh", load), ...actions.map(({ label, run }) => makeButton(label, () => run(load), "btn primary"))),
    makeCard(make("div", { class: "bar" }, make("input", { class: "input", type: "search", placeholder, "aria-label": `Search ${title.toLowerCase()}`, oninput: find }), make("div", { class: "actions" }, range, previous, next)), list),
  );
  return load();
}
