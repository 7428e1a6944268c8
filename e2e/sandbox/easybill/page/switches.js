import { get, post } from "../../core/page/api.js";
import { announce, make, makeHead } from "../../core/page/elements.js";
import { faultChoices, protocolChoices } from "./sections.js";

/** True when a fault that is on is the one behind a switch, however often it hits. */
function isSame(fault, choice) {
  const { times: _times, ...rest } = fault;
  const sorted = (value) => JSON.stringify(Object.entries(value).sort());
  return sorted(rest) === sorted(choice.fault);
}

function describeFault({ fault, applied }) {
  const limit = fault.times === undefined ? "every one" : `${Math.max(0, fault.times - applied)} of ${fault.times} left`;
  return `On: ${limit}, applied ${applied} ${applied === 1 ? "time" : "times"}.`;
}

function makeRow(id, title, text, control) {
  return make("div", { class: "row" }, make("div", {}, make("b", { id }, title), make("p", { id: `${id}-text` }, text)), control);
}

function makeSwitch(id, checked, change) {
  const input = make("input", { type: "checkbox", role: "switch", class: "switch", "aria-labelledby": id, "aria-describedby": `${id}-text`, onchange: change });
  input.checked = checked;
  return input;
}

/** Shows key, clock, faults and behaviour, each with its switch. */
export async function showSwitches(main, { company, refresh }) {
  const status = await get("");
  const own = status.companies.find(({ id }) => id === company);
  const times = make("select", { class: "input short", id: "times" }, make("option", { value: "" }, "Every one"), ...[1, 3, 10].map((count) => make("option", { value: String(count) }, count === 1 ? "The next one" : `The next ${count}`)));
  const apply = async (request, done, path = "") => {
    await post(path, request);
    announce(done);
    await showSwitches(main, { company, refresh });
    await refresh();
  };
  const act = (name, done) => apply({ company, acts: [{ act: name }] }, done, "/acts");

  const faultRows = faultChoices.map((choice, place) => {
    const active = status.faults.find(({ fault }) => isSame(fault, choice));
    const others = status.faults.map(({ fault }) => fault).filter((fault) => !isSame(fault, choice));
    const turn = (event) => {
      const limited = times.value === "" ? choice.fault : { ...choice.fault, times: Number(times.value) };
      return apply({ faults: event.target.checked ? [...others, limited] : others }, `${choice.title}: ${event.target.checked ? "on" : "off"}.`);
    };
    return makeRow(`fault-${place}`, choice.title, active === undefined ? choice.text : `${choice.text} ${describeFault(active)}`, makeSwitch(`fault-${place}`, active !== undefined, turn));
  });

  const protocolRows = protocolChoices.map(({ name, title, text, values }) => {
    const id = `protocol-${name}`;
    const change = (value) => apply({ protocol: { [name]: value } }, `${title}: changed.`);
    if (values === undefined) return makeRow(id, title, text, makeSwitch(id, status.protocol[name], (event) => change(event.target.checked)));
    const select = make("select", { class: "input short", "aria-labelledby": id, "aria-describedby": `${id}-text`, onchange: (event) => change(event.target.value) }, ...values.map((value) => make("option", { value, selected: value === status.protocol[name] }, value)));
    return makeRow(id, title, text, select);
  });

  const advance = (label, time) => make("button", { type: "button", class: "btn small", onclick: () => apply(time, `The clock is ${label} further.`, "/clock") }, label);
  const keyButtons = make("div", { class: "actions" }, make("button", { type: "button", class: "btn small", disabled: own.isKeyRevoked, onclick: () => act("revokeKey", "The key is revoked.") }, "Revoke the key"), make("button", { type: "button", class: "btn small", onclick: () => act("renewKey", "There is a new key.") }, "Make a new key"));
  const on = status.faults.length;
  main.replaceChildren(
    makeHead("Faults and behaviour", on === 0 ? "Everything works as it should." : `${on} ${on === 1 ? "fault is" : "faults are"} switched on.`, make("button", { type: "button", class: "btn", onclick: () => apply({ reset: true }, "Faults, behaviour and journal are reset.") }, "Reset all switches")),
    make("section", { class: "card" }, make("header", {}, make("h2", {}, "API key")), makeRow("key-row", own.isKeyRevoked ? "Revoked" : own.apiKey, `${own.name}, ${own.plan}: ${own.used} of ${own.limit} requests in the last minute.`, keyButtons)),
    make("section", { class: "card" }, make("header", {}, make("h2", {}, "Clock"), make("p", {}, `It is ${new Date(status.clock.now).toLocaleString()} in the sandbox. The limit, locks and whatever comes late follow it.`)), make("div", { class: "bar" }, make("div", { class: "actions" }, make("span", { class: "quiet small" }, "Move it on by"), advance("1 minute", { minutes: 1 }), advance("15 minutes", { minutes: 15 }), advance("1 day", { days: 1 })))),
    make("section", { class: "card" }, make("header", {}, make("h2", {}, "Faults"), make("p", {}, "What goes wrong from now on.")), make("div", { class: "bar" }, make("div", { class: "actions" }, make("label", { for: "times" }, "A new fault hits"), times)), ...faultRows),
    make("section", { class: "card" }, make("header", {}, make("h2", {}, "Behaviour"), make("p", {}, "What EasyBill has not documented.")), ...protocolRows),
    make("section", { class: "card" }, make("header", {}, make("h2", {}, "Data")), makeRow("reset-data", "Bring back the generated data", "Drops every change and document, brings back the first keys, and sets the clock right.", make("button", { type: "button", class: "btn", onclick: () => confirm("Drop every change and document?") && apply({ reset: "data" }, "The generated data are back.") }, "Reset the data"))),
  );
}
