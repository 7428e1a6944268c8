import type { ExportActions } from "@/components/exports/export-actions";
import { exportConditions, type ExportAnswer, type ExportCandidate, type ExportStanding } from "@/lib/export/export-standing";

const at = "2026-11-20T08:30:00.000Z";

export const exampleCandidate: ExportCandidate = {
  id: "9", number: "V2026-418", url: "https://cash.example/orders/9", date: "2026-11-19", customer: "Bakkerij De Korenaar", differences: [{ field: "quantity", expected: "2", found: "3" }, { field: "F9999", expected: "", found: "x" }],
};

/** One answer of each kind, with everything it can say. */
export const exampleAnswers = {
  done: { kind: "done", number: "V2026-417", url: "https://cash.example/orders/8", administration: "Bakker B.V.", at },
  changedSince: { kind: "changedSince", number: "V2026-417", url: null, administration: "", at, revision: 2 },
  elsewhere: { kind: "elsewhere", vendorName: "EasyBill", number: null },
  notConnected: { kind: "notConnected" },
  licence: { kind: "licence" },
  credentials: { kind: "credentials", error: { code: "missing_rights", params: { vendor: "Cash" } } },
  switchedOff: { kind: "switchedOff" },
  notComplete: { kind: "notComplete", status: "retrieved" },
  handledElsewhere: { kind: "handledElsewhere" },
  workStatus: { kind: "workStatus", actual: null, expected: "1 – Naar Cash" },
  beforeStartDate: { kind: "beforeStartDate", startDate: "2026-11-01", completedOn: "2026-10-31" },
  due: { kind: "due", until: "2026-11-20T08:45:00.000Z" },
  waiting: { kind: "waiting", until: null, error: { code: "vendor_unreachable", params: { vendor: "Cash" } } },
  finishing: { kind: "finishing", number: "2026.1234", url: null, since: at, until: "2026-11-20T08:45:00.000Z", error: { code: "vendor_rate_limited", params: { vendor: "Cash" } } },
  notFinished: { kind: "notFinished", number: "2026.1234", url: null, administration: "", at, error: { code: "vendor_error", params: { vendor: "Cash" } } },
  sending: { kind: "sending", since: at },
  uncertain: { kind: "uncertain", since: at, until: "2026-11-20T08:45:00.000Z", error: null },
  needsReview: { kind: "needsReview", problem: { code: "foundDiffers", params: { workOrder: "2026.1234", vendor: "Cash", number: "V2026-418" }, raw: "Ongeldige waarde 0101=123456" }, candidates: [exampleCandidate] },
  error: {
    kind: "error", at,
    problems: [
      { code: "materialNotFound", params: { workOrder: "2026.1234", vendor: "Cash", material: "4711" }, position: 1 },
      { code: "valueRefused", params: { workOrder: "2026.1234", vendor: "Cash", record: "orderLine", field: "quantity", value: "x" }, raw: "Ongeldige waarde 2410=x" },
    ],
  },
  gone: { kind: "gone", state: "cancelled", number: "RE-1001", administration: "", at, reference: "2026.1234-2" },
  dismissed: { kind: "dismissed", by: "Femke Bakker", at },
} as const satisfies { [Kind in ExportAnswer["kind"]]: Extract<ExportAnswer, { kind: Kind }> };

export const exampleStanding = (answer: ExportAnswer, own: Partial<ExportStanding> = {}): ExportStanding => ({
  vendor: "cash", vendorName: "Cash", connectionId: "00000000-0000-4000-8000-000000000006", answer, choices: [], tries: 2,
  document: null,
  conditions: exportConditions.map((name, index) => ({ name, isMet: [true, false, null][index % 3] ?? null, value: null })), ...own,
});

const never = () => Promise.resolve({});
export const exampleExportActions: ExportActions = { request: never, dismiss: never, foretell: never, link: never, sendAgain: never, finishAgain: never };
