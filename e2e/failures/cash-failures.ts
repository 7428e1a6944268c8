import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { enterMaterial, enterPeriod } from "@/lib/work-orders/fixtures/entered";
import { customers, enterCustomer, type CashOffice } from "./cash-office";
import type { Failure } from "./failure";

type CashFailure = Failure<CashOffice>;

const settingsOf = (anchor: string) => `/settings/integrations/cash#${anchor}`;
const atSync = (...faults: FaultInput[]) => async (office: CashOffice) => {
  await office.sandbox.setFaults(faults);
  await office.sync();
};
const readAgain = async (office: CashOffice) => {
  await office.sandbox.setFaults([]);
  await office.reconnect();
  await office.sync();
};
const wholeRelations = { operation: "Export", table: "0101" } as const;

/** What keeps the imports from Cash from coming in. */
export const cashImportFailures: readonly CashFailure[] = [
  {
    name: "somebody has changed the password in Cash", cause: "credentialsExpired", subject: "credentials_refused", severity: "action",
    make: async (office) => {
      const workOrder = await office.enter();
      await atSync({ kind: "loginRefused" })(office);
      return { workOrder };
    },
    mend: readAgain, says: /Gegevens API gebruiker niet geldig/, todo: /Check the relation code, the email address and the password/, leadsTo: { label: "login", href: settingsOf("connection") }, offers: /^Submit$/,
  },
  {
    name: "the API user has lost its rights", cause: "credentialsExpired", subject: "missing_rights", severity: "action", make: atSync({ kind: "missingRights" }), mend: readAgain,
    says: /may not read everything it needs in Cash/, todo: /Give the API user the rights that the integration manual of Cash names/, leadsTo: { label: "login", href: settingsOf("connection") }, offers: /^Submit$/,
  },
  {
    name: "no administration is linked to the API user any more", cause: "credentialsExpired", subject: "no_administration", severity: "action", make: atSync({ kind: "noAdministration" }), mend: readAgain,
    says: /The API user of Cash has no administration/, todo: /Link an administration to the API user in Cash/, leadsTo: { label: "login", href: settingsOf("connection") }, offers: /^Submit$/,
  },
  {
    name: "the administration has been deleted in Cash", cause: "administrationMissing", subject: "", severity: "action", make: atSync({ kind: "responseCode", code: 903 }), mend: readAgain,
    says: /the chosen one is no longer there/, todo: /Choose the administration on the page of Cash/, leadsTo: { label: "administration", href: settingsOf("administration") },
  },
  {
    name: "Cash cannot be reached", cause: "vendorDown", subject: "", severity: "watch", make: atSync({ kind: "reset", when: "beforeCommit" }), mend: readAgain,
    says: /Cash cannot be reached/, todo: /next sync tries again by itself/, leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "Cash does not answer", cause: "vendorDown", subject: "", severity: "watch",
    make: async (office) => {
      await office.giveUpAfter(300);
      await atSync({ kind: "timeout", when: "beforeCommit" })(office);
    },
    mend: async (office) => {
      await office.giveUpAfter(30_000);
      await readAgain(office);
    },
    says: /Cash took too long to answer/, todo: /tried again by itself/, leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "Cash answers with an error of its server", cause: "vendorDown", subject: "", severity: "watch", make: atSync({ kind: "serverError", when: "beforeCommit", status: 500 }), mend: readAgain,
    says: /Cash reported a fault of its own/, todo: /give the details from the log to the support of Cash/, leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "Cash answers with a page for people", cause: "syncFailed", subject: "vendor_nonsense", severity: "action", make: atSync({ kind: "nonsense", only: wholeRelations }), mend: readAgain,
    says: /Cash gave an answer that cannot be read/, todo: /the log shows what came back/, names: "Relations", leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "the table of relations breaks off in the middle", cause: "syncFailed", subject: "vendor_incomplete", severity: "action", make: atSync({ kind: "halfTable", variant: "cut", only: wholeRelations }), mend: readAgain,
    says: /broke off before its end/, todo: /The next sync reads it again/, names: "Relations", leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "Cash allows no more requests, however long one waits", cause: "syncFailed", subject: "vendor_rate_limited", severity: "action", make: atSync({ kind: "rateLimited" }), mend: readAgain,
    says: /Cash asks to slow down/, todo: /goes on by itself as soon as Cash allows it/, leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "the table of relations is empty all at once", cause: "syncFailed", subject: "vendor_emptied", severity: "action",
    make: atSync({ kind: "emptyTable", only: wholeRelations }, { kind: "emptyTable", only: { operation: "Export", table: "2220" } }), mend: readAgain,
    says: /sent nothing|nothing was read/, todo: /whether the administration still holds its data/, names: "Relations", leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "most of the customers have gone", cause: "guardTripped", subject: "", severity: "action",
    make: async (office) => {
      await office.sandbox.changeRecords("01", customers.slice(5).flatMap((key) => [{ action: "remove", table: "2220", key } as const, { action: "remove", table: "0101", key } as const]));
      await office.sync();
    },
    mend: async (office) => {
      await office.sandbox.changeRecords("01", customers.flatMap(enterCustomer));
      await office.sync();
    },
    says: /would be deactivated/, todo: /decide: deactivate them, or keep them/, names: "Relations", leadsTo: { label: "decide", href: "/runs/{run}" }, offers: /^Keep them$/,
  },
  {
    name: "the price of an article is no number", cause: "recordsFailed", subject: "materials", severity: "action",
    make: async (office) => {
      await office.sandbox.changeRecords("01", [{ action: "put", table: "2260", fields: { "2260": "STUK", "2001": "Stukje", "2262": "M", "2267": "op aanvraag" }, raw: true }]);
      await office.sync();
    },
    mend: async (office) => {
      await office.sandbox.changeRecords("01", [{ action: "change", table: "2260", key: "STUK", fields: { "2267": "1,00" } }]);
      await office.sync();
    },
    says: /./, todo: /./, names: "STUK", leadsTo: { label: "notImported", href: "/materials?tab=not-imported&search=STUK" },
  },
];

const withoutCreating = { newMaterial: false, newRelation: false };
const sendAgain: CashFailure["mend"] = async (office, { workOrder }) => {
  await office.sandbox.setFaults([]);
  if (workOrder) await office.exportAgain(workOrder);
  await office.sendOut(24 * 60);
};

/** What keeps work orders from Cash. */
export const cashExportFailures: readonly CashFailure[] = [
  {
    name: "an article of the work order is not in Cash", cause: "mappingMissing", subject: "materialNotFound", severity: "action",
    make: async (office) => {
      await office.configure({ exports: withoutCreating });
      const workOrder = await office.enter({ lines: [enterMaterial({ code: "4711" })] });
      await office.send();
      return { workOrder };
    },
    mend: async (office, made) => {
      await office.sandbox.changeRecords("01", [{ action: "put", table: "2260", fields: { "2260": "4711", "2001": "Kraan", "2262": "M", "2267": "12,50" } }]);
      await sendAgain(office, made);
    },
    says: /Material 4711 on work order \S+ not found in Cash/, todo: /Add article 4711 in Cash/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" }, offers: /^Export again$/,
  },
  {
    name: "the customer of the work order is not in Cash", cause: "mappingMissing", subject: "relationNotFound", severity: "action",
    make: async (office) => {
      await office.configure({ exports: withoutCreating });
      const workOrder = await office.enter({ customer: { debtorNumber: "99999", name: "Onbekend" } });
      await office.send();
      return { workOrder };
    },
    mend: async (office, made) => {
      await office.sandbox.changeRecords("01", enterCustomer("099999"));
      await sendAgain(office, made);
    },
    says: /Relation 99999 on work order \S+ not found in Cash/, todo: /Add relation 99999 in Cash/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" }, offers: /^Export again$/,
  },
  {
    name: "the hour type of a period is not in Cash", cause: "mappingMissing", subject: "hourTypeNotFound", severity: "action",
    make: async (office) => {
      const workOrder = await office.enter({ lines: [enterPeriod({ hourTypeCode: "SPOED" })] });
      await office.send();
      return { workOrder };
    },
    mend: async (office, made) => {
      await office.sandbox.changeRecords("01", [{ action: "put", table: "2260", fields: { "2260": "SPOED", "2001": "Spoed", "2262": "K", "2267": "90,00" } }]);
      await office.sync();
      await sendAgain(office, made);
    },
    says: /Hour type SPOED on work order \S+ not found in Cash or not synchronised/, todo: /Choose an hour type that Cash has/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" }, offers: /^Export again$/,
  },
  {
    name: "the address of a new customer is not complete", cause: "exportRejected", subject: "relationIncomplete", severity: "action",
    make: async (office) => {
      const workOrder = await office.enter({ customer: { debtorNumber: "88888", name: "Nieuw", street: "Kade", houseNumber: "1" } });
      await office.send();
      return { workOrder };
    },
    mend: async (office, { workOrder }) => {
      await office.db.prisma.workOrder.updateMany({ where: { accountId: office.accountId }, data: { customerPostalCode: "4811 AB", customerCity: "Breda", customerCountryCode: "NL" } });
      await sendAgain(office, { workOrder });
    },
    says: /Relation 88888 on work order \S+ cannot be created in Cash/, todo: /Fill it in on the work order/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" }, offers: /^Export again$/,
  },
  {
    name: "Cash refuses a value", cause: "exportRejected", subject: "valueRefused", severity: "action",
    make: async (office) => {
      await office.sandbox.setFaults([{ kind: "refused", message: "Ongeldige waarde 2260=AFSL", only: { operation: "Import", table: "2400" } }]);
      const workOrder = await office.enter();
      await office.sendOut(60);
      return { workOrder };
    },
    mend: sendAgain, says: /Cash refuses .+ on work order/, todo: /Correct it on the work order or in Cash/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" }, offers: /^Export again$/,
  },
  {
    name: "Cash goes down before the work order is sent", cause: "vendorDown", subject: "", severity: "watch",
    make: async (office) => {
      await office.sandbox.setFaults([{ kind: "serverError", when: "beforeCommit", status: 500 }]);
      const workOrder = await office.enter();
      await office.send();
      return { workOrder };
    },
    mend: async (office) => {
      await office.sandbox.setFaults([]);
      await office.sendOut(24 * 60);
    },
    says: /Cash reported a fault of its own/, todo: /by itself/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" },
  },
  {
    name: "the answer of Cash to an order is lost, and nobody can look it up", cause: "exportUncertain", subject: "", severity: "watch",
    make: async (office) => {
      await office.sandbox.setFaults([
        { kind: "reset", when: "afterCommit", only: { operation: "Import", table: "2400" } },
        { kind: "nonsense", only: { operation: "Export", table: "2400" } },
      ]);
      const workOrder = await office.enter();
      await office.sendOut(25);
      return { workOrder };
    },
    mend: async (office) => {
      await office.sandbox.setFaults([]);
      await office.sendOut(24 * 60);
    },
    says: /not certain whether Cash has booked/, todo: /nothing is sent twice|before anything is sent again/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" },
  },
  {
    name: "Cash has booked the order without its lines", cause: "exportNeedsReview", subject: "", severity: "action",
    make: async (office) => {
      await office.sandbox.setFaults([{ kind: "refused", records: "2410", message: "Ongeldige waarde 2410=0", only: { operation: "Import", table: "2400" } }]);
      const workOrder = await office.enter();
      await office.sendOut(120);
      return { workOrder };
    },
    mend: async (office, { workOrder }) => {
      await office.sandbox.setFaults([]);
      await office.dismiss(workOrder);
    },
    says: /lacks lines of work order/, todo: /Complete .+ in Cash and link it/, names: "{workOrder}", leadsTo: { label: "workOrder", href: "/work-orders/{workOrder}" }, offers: /^Link to /,
  },
];
