import type { IssueRow } from "@/lib/issues/stored-issue";

/** One that needs a person; moments are those of the account's morning. */
export const exampleIssue: IssueRow = {
  id: "00000000-0000-4000-8000-000000000009", connectionId: "00000000-0000-4000-8000-000000000002", vendor: "cash", cause: "vendorDown", subject: "", severity: "action", state: "open",
  firstAt: "2026-11-20T08:30:00.000Z", lastAt: "2026-11-20T09:00:00.000Z", times: 3, params: { vendor: "Cash", code: "vendor_unreachable" }, records: [], recordCount: 0, mute: null, resolvedAt: null,
};

const never = () => Promise.resolve({});
export const exampleActions = { mute: never, unmute: never };
