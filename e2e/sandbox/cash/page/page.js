import { get } from "../../core/page/api.js";
import { runPage } from "../../core/page/frame.js";
import { showSwitches } from "../../core/page/switches.js";
import { showRequests, showTransactions } from "./activity.js";
import { showOrder, showOrders } from "./orders.js";
import { showRecords } from "./records.js";
import { switchChoices, tableSections } from "./sections.js";

async function show(main, { section, key, owner: administration, refresh }) {
  if (section.id === "transactions") return showTransactions(main);
  if (section.id === "requests") return showRequests(main);
  if (section.id === "switches") return showSwitches(main, refresh, switchChoices);
  const { tables } = await get("/tables");
  const place = { section, table: tables.find(({ number }) => number === section.id), administration };
  if (section.id !== "2400") return showRecords(main, place);
  return key ? showOrder(main, { ...place, number: key }) : showOrders(main, place);
}

runPage({
  vendor: "Cash",
  ownerName: "administration",
  ownersOf: ({ administrations }) => administrations.map(({ admCode, name }) => ({ value: admCode, label: `${admCode} · ${name}` })),
  dataSections: tableSections,
  activitySections: [
    { id: "transactions", title: "Transactions" },
    { id: "requests", title: "Requests" },
  ],
  show,
});
