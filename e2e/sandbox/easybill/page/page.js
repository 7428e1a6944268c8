import { runPage } from "../../core/page/frame.js";
import { showSwitches } from "../../core/page/switches.js";
import { showDeliveries, showRequests } from "./activity.js";
import { showDocument, showDocuments } from "./documents.js";
import { drawKey, makeKeyCard } from "./key.js";
import { showRecords } from "./records.js";
import { switchChoices, tableSections } from "./sections.js";

function show(main, { section, key, owner: company, refresh }) {
  switch (section.id) {
    case "documents":
      return key ? showDocument(main, { id: key, company }) : showDocuments(main, { company });
    case "deliveries":
      return showDeliveries(main, { company });
    case "requests":
      return showRequests(main, { company });
    case "switches":
      return showSwitches(main, refresh, { ...switchChoices, makeCards: (status, apply) => [makeKeyCard(status, company, apply)] });
    default:
      return showRecords(main, { section, company });
  }
}

runPage({
  vendor: "EasyBill",
  ownerName: "company",
  ownersOf: ({ companies }) => companies.map(({ id, name, plan }) => ({ value: id, label: `${name} · ${plan}` })),
  dataSections: [...tableSections.slice(0, 3), { id: "documents", title: "Documents" }, ...tableSections.slice(3)],
  activitySections: [
    { id: "deliveries", title: "Deliveries" },
    { id: "requests", title: "Requests" },
  ],
  show,
  followStatus: drawKey,
});
