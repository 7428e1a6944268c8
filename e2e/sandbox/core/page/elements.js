/** Makes an element. Texts become text nodes, so nothing in the data can become markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

let hiding;

/** Says in the corner, and to a screen reader, what happened. */
export function announce(text) {
  const status = document.getElementById("status");
  status.textContent = text;
  status.classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => status.classList.remove("shown"), 4000);
}

export function makeButton(label, onclick, style = "btn") {
  return make("button", { type: "button", class: style, onclick }, label);
}

export function makeCard(...content) {
  return make("section", { class: "card" }, ...content);
}

/** Titles with their values, without those that say nothing. */
export function makeFacts(facts) {
  const said = facts.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return make("dl", { class: "facts" }, ...said.flatMap(([title, value]) => [make("dt", {}, title), make("dd", {}, value)]));
}

/** A page's heading with one sentence and its buttons. */
export function makeHead(title, sentence, ...actions) {
  return make("div", { class: "head" }, make("div", {}, make("h1", {}, title), make("p", {}, sentence)), make("div", { class: "actions" }, ...actions));
}

/** A table inside its card; scrolls by itself when it is too wide. */
export function makeTable(caption, columns, rows) {
  const head = columns.map(({ title, number }) => make("th", { scope: "col", class: number && "number" }, title));
  return make(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)),
  );
}

/** Opens the dialog with this content; it closes with Escape and gives the focus back. */
export function openDialog(...content) {
  const dialog = document.getElementById("dialog");
  dialog.replaceChildren(...content);
  if (!dialog.open) dialog.showModal();
  return dialog;
}

export function closeDialog() {
  document.getElementById("dialog").close();
}
