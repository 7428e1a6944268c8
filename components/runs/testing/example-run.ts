import type { RunActions } from "@/components/runs/run-actions";
import type { RunDetail } from "@/lib/runs/get-run";
import type { RunImport } from "@/lib/runs/run-import";

export const exampleImport: RunImport = {
  kind: "relations", state: "done", read: 5_000, created: 12, changed: 3, unchanged: 4_985, skipped: 0, deactivated: 0, failed: 0, pages: 5, totalPages: null, guard: null, error: null,
};

/** One that came to its end without a flaw; moments are those of the account's morning. */
export const exampleRun: RunDetail = {
  id: "00000000-0000-4000-8000-000000000001", vendor: "cash", administration: "001", trigger: "automatic", kinds: ["relations"], state: "succeeded", requestedBy: null,
  requestedAt: "2026-11-20T08:30:00.000Z", startedAt: "2026-11-20T08:30:02.000Z", finishedAt: "2026-11-20T08:31:07.000Z", isStopping: false, requests: 14, waitsUntil: null, waitsFor: null, error: null,
  imports: [exampleImport], budget: null,
};

const never = () => Promise.resolve({});
export const exampleActions: RunActions = { cancel: never, again: never, confirmGuard: never, keepRecords: never };
