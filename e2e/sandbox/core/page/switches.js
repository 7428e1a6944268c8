import { get, post } from "./api.js";
import { announce, make, makeButton, makeCard, makeHead } from "./elements.js";

const inOrder = (value) => JSON.stringify(Object.entries(value).sort());

/** True when a fault that is on is the one behind a switch, however often it hits. */
function isSame({ times: _times, ...fault }, choice) {
  return inOrder(fault) === inOrder(choice.fault);
}

function describeFault({ fault, applied }) {
  const limit = fault.times === undefined ? "every one" : `${Math.max(0, fault.times - applied)} of ${fault.times} left`;
  return `On: ${limit}, applied ${applied} ${applied === 1 ? "time" : "times"}.`;
}

/** A line of a card: what it is, what it does, and what one can do about it. */
export function makeRow(id, title, text, control) {
  return make("div", { class: "row" }, make("div", {}, make("b", { id }, title), make("p", { id: `${id}-text` }, text)), control);
}

function makeSwitch(id, checked, change) {
  const input = make("input", { type: "checkbox", role: "switch", class: "switch", "aria-labelledby": id, "aria-describedby": `${id}-text`, onchange: (event) => change(event.target.checked) });
  input.checked = checked;
  return input;
}

function makeFaultRows(faults, choices, times, apply) {
  return choices.map((choice, place) => {
    const active = faults.find(({ fault }) => isSame(fault, choice));
    const others = faults.map(({ fault }) => fault).filter((fault) => !isSame(fault, choice));
    const turn = (isOn) => {
      const limited = times.value === "" ? choice.fault : { ...choice.fault, times: Number(times.value) };
      return apply({ faults: isOn ? [...others, limited] : others }, `${choice.title}: ${isOn ? "on" : "off"}.`);
    };
    return makeRow(`fault-${place}`, choice.title, active === undefined ? choice.text : `${choice.text} ${describeFault(active)}`, makeSwitch(`fault-${place}`, active !== undefined, turn));
  });
}

function makeProtocolRows(protocol, choices, apply) {
  return choices.map(({ name, title, text, values }) => {
    const id = `protocol-${name}`;
    const change = (value) => apply({ protocol: { [name]: value } }, `${title}: changed.`);
    if (values === undefined) return makeRow(id, title, text, makeSwitch(id, protocol[name], change));
    const options = values.map(([value, label = value]) => make("option", { value, selected: value === protocol[name] }, label));
    return makeRow(id, title, text, make("select", { class: "input short", "aria-labelledby": id, "aria-describedby": `${id}-text`, onchange: (event) => change(event.target.value) }, ...options));
  });
}

/**
 * Shows the clock, the faults, the behaviour and the data, each with its switch.
 * `choices` are the vendor's own: `faults` and `protocol`, the sentences of the cards, and `makeCards` for what stands above them.
 */
export async function showSwitches(main, refresh, choices) {
  const status = await get("");
  const times = make("select", { class: "input short", id: "times" }, make("option", { value: "" }, "Every one"), ...[1, 3, 10].map((count) => make("option", { value: String(count) }, count === 1 ? "The next one" : `The next ${count}`)));
  const apply = async (request, done, path = "") => {
    await post(path, request);
    announce(done);
    await showSwitches(main, refresh, choices);
    await refresh();
  };
  const card = (title, sentence, ...content) => makeCard(make("header", {}, make("h2", {}, title), sentence && make("p", {}, sentence)), ...content);
  const bar = (...content) => make("div", { class: "bar" }, make("div", { class: "actions" }, ...content));
  const advance = (label, time) => makeButton(label, () => apply(time, `The clock is ${label} further.`, "/clock"), "btn small");
  const resetData = () => confirm(`Drop ${choices.dropped}?`) && apply({ reset: "data" }, "The generated data are back.");
  const on = status.faults.length;
  main.replaceChildren(
    makeHead("Faults and behaviour", on === 0 ? "Everything works as it should." : `${on} ${on === 1 ? "fault is" : "faults are"} switched on.`, makeButton("Reset all switches", () => apply({ reset: true }, "Faults, behaviour and journal are reset."))),
    ...(choices.makeCards?.(status, apply) ?? []),
    card("Clock", `It is ${new Date(status.clock.now).toLocaleString()} in the sandbox. ${choices.describeClock(status)}`, bar(make("span", { class: "quiet small" }, "Move it on by"), advance("1 minute", { minutes: 1 }), advance("15 minutes", { minutes: 15 }), advance("1 day", { days: 1 }))),
    card("Faults", "What goes wrong from now on.", bar(make("label", { for: "times" }, "A new fault hits"), times), ...makeFaultRows(status.faults, choices.faults, times, apply)),
    card("Behaviour", choices.behaviour, ...makeProtocolRows(status.protocol, choices.protocol, apply)),
    card("Data", undefined, makeRow("reset-data", "Bring back the generated data", `Drops ${choices.dropped}, and sets the clock right.`, makeButton("Reset the data", resetData))),
  );
}
