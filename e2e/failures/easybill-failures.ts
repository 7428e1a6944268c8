import type { FaultInput } from "@/e2e/sandbox/easybill/faults/schema";
import { readDocumentChanges } from "@/lib/export/read-document-changes";
import type { ExportSettings } from "@/lib/connectors/connector";
import type { EasybillOffice } from "./easybill-office";
import type { Failure } from "./failure";
import type { ReportingOffice } from "./reporting-office";

type EasybillFailure = Failure<EasybillOffice>;

const settingsOf = (anchor: string) => `/settings/integrations/easybill#${anchor}`;
const toWorkOrder = { label: "workOrder", href: "/work-orders/{workOrder}" } as const;
const atSync = (...faults: FaultInput[]) => async (office: EasybillOffice) => {
  await office.sandbox.setFaults(faults);
  await office.sync();
};
const readAgain = async (office: EasybillOffice) => {
  await office.sandbox.setFaults([]);
  await office.sync();
};
const atExport = (exports: ExportSettings, ...faults: FaultInput[]) => async (office: EasybillOffice) => {
  await office.configure({ exports });
  await office.sandbox.setFaults(faults);
  const workOrder = await office.enter();
  await office.sendOut(120);
  return { workOrder };
};

/** What keeps EasyBill's records from coming in, and work orders from becoming invoices. */
export const easybillFailures: readonly EasybillFailure[] = [
  {
    name: "the API key was deleted in EasyBill", cause: "credentialsExpired", subject: "authentication_expired", severity: "action",
    make: async (office) => {
      const workOrder = await office.enter();
      await office.sandbox.revokeKey();
      await office.sync();
      return { workOrder };
    },
    mend: async (office) => {
      await office.reconnect();
      await office.sync();
      await office.sendOut(60);
    },
    says: /Authentication expired\. Reconnect the integration to sync data\./, todo: /Create a new API key in EasyBill/, leadsTo: { label: "login", href: settingsOf("connection") }, offers: /^Submit$/,
  },
  {
    name: "EasyBill allows no more requests, however long one waits", cause: "syncFailed", subject: "vendor_rate_limited", severity: "action", make: atSync({ kind: "rateLimited", retryAfterSeconds: 30 }), mend: readAgain,
    says: /EasyBill asks to slow down/, todo: /goes on by itself as soon as EasyBill allows it/, leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "the JSON of the customers ends in the middle", cause: "syncFailed", subject: "vendor_nonsense", severity: "action", make: atSync({ kind: "brokenJson", only: { operation: "listCustomers" } }), mend: readAgain,
    says: /EasyBill gave an answer that cannot be read/, todo: /the log shows what came back/, names: "Relations", leadsTo: { label: "run", href: "/runs/{run}" }, offers: /^Run again$/,
  },
  {
    name: "EasyBill refuses the VAT of the invoice", cause: "exportRejected", subject: "valueRefused", severity: "action",
    make: atExport({}, { kind: "refused", status: 400, message: "vat_option: not allowed for this customer", only: { operation: "createDocument" } }),
    mend: async (office, { workOrder }) => {
      await office.sandbox.setFaults([]);
      if (workOrder) await office.exportAgain(workOrder);
      await office.sendOut(120);
    },
    says: /EasyBill refuses .+ on work order/, todo: /Correct it on the work order or in EasyBill/, names: "{workOrder}", leadsTo: toWorkOrder, offers: /^Export again$/,
  },
  {
    name: "the PDF of the work order cannot be attached", cause: "followUpFailed", subject: "attachment", severity: "watch",
    make: atExport({ attachment: true }, { kind: "refused", status: 400, message: "file too large", only: { operation: "createAttachment" } }),
    mend: async (office) => office.pass(15 * 24 * 60 * 60_000),
    says: /EasyBill refuses it: .*file too large/, todo: /Attach the PDF in EasyBill by hand/, names: "{workOrder}", leadsTo: toWorkOrder, isBooked: true,
  },
  {
    name: "EasyBill gives the invoice no number", cause: "followUpFailed", subject: "finish", severity: "action",
    make: atExport({ finality: "final" }, { kind: "refused", status: 400, message: "number range is used up", only: { operation: "finishDocument" } }),
    mend: async (office, { workOrder }) => {
      await office.sandbox.setFaults([]);
      await office.finish(workOrder);
    },
    says: /number range is used up/, todo: /Correct what EasyBill names/, names: "{workOrder}", leadsTo: toWorkOrder, offers: /^Try again$/,
  },
  {
    name: "the invoice cannot be e-mailed", cause: "followUpFailed", subject: "email", severity: "watch",
    make: atExport({ finality: "final", email: true }, { kind: "refused", status: 400, message: "no mail server", only: { operation: "sendDocument" } }),
    mend: async (office) => office.pass(15 * 24 * 60 * 60_000),
    says: /no mail server/, todo: /Look in EasyBill whether it went out/, names: "{workOrder}", leadsTo: toWorkOrder, isBooked: true,
  },
  {
    name: "what became of the invoices cannot be read", cause: "documentsUnread", subject: "vendor_nonsense", severity: "watch",
    make: async (office) => {
      await office.configure({});
      await office.enter();
      await office.sendOut(10);
      await office.sandbox.setFaults([{ kind: "nonsense", only: { operation: "listDocuments" } }, { kind: "nonsense", only: { operation: "getDocument" } }]);
      await office.pass(16 * 60_000);
      await readDocumentChanges(office.engine, office.connectionId);
    },
    mend: async (office) => {
      await office.sandbox.setFaults([]);
      await office.pass(16 * 60_000);
      await readDocumentChanges(office.engine, office.connectionId);
    },
    says: /EasyBill gave an answer that cannot be read/, todo: /Try again later|tried again/, leadsTo: { label: "settings", href: settingsOf("documents") },
  },
];

const enterCustomer = async ({ sandbox }: ReportingOffice, name: string) => {
  await sandbox.act([{ act: "create", table: "customers", fields: { company_name: name, last_name: "Neumann", number: "79001", street: "Ring 1", zip_code: "10115", city: "Berlin" } }]);
  await sandbox.untilDelivered();
};
const aDay = 24 * 60 * 60_000 + 1;

/** What keeps EasyBill's reports from being heard. */
export const reportFailures: readonly Failure<ReportingOffice>[] = [
  {
    name: "the reports of EasyBill no longer arrive", cause: "webhookDead", subject: "", severity: "action",
    make: async (office) => {
      office.reports.door.handle = () => Promise.resolve(new Response(null, { status: 502 }));
      await office.pass(5_000);
      await enterCustomer(office, "Verloren");
      await office.pass(aDay);
      await office.reports.settle();
      await office.sync();
    },
    mend: async (office) => {
      await office.reopen();
      await enterCustomer(office, "Angekommen");
      await office.pass(aDay);
      await office.reports.settle();
      await office.sync();
    },
    says: /The last report of EasyBill did not arrive here/, todo: /press Register again/, leadsTo: { label: "webhook", href: settingsOf("webhook") }, offers: /^Register again$/,
  },
  {
    name: "what EasyBill told of cannot be fetched", cause: "deliveriesFailed", subject: "", severity: "watch",
    make: async (office) => {
      await office.sandbox.setFaults([{ kind: "refused", status: 400, message: "Bad request", only: { operation: "getCustomer" } }]);
      await enterCustomer(office, "Rätselhaft");
      for (let turn = 0; turn < 12; turn += 1) {
        await office.reports.process();
        await office.pass(61 * 60_000);
      }
    },
    mend: async (office) => {
      await office.sandbox.setFaults([]);
      await office.sync();
    },
    says: /could not be (fetched|processed)/, todo: /Process again|processed again/, leadsTo: { label: "log", href: "/log?integration=easybill&direction=in&level=error" }, offers: /^Process again$/,
  },
];
