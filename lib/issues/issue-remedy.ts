import type { Route } from "next";
import { assertNever } from "@/lib/assert";
import type { Role } from "@/lib/auth/roles";
import { notImportedPage } from "@/lib/catalogue/record-pages";
import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { IssueRow } from "@/lib/issues/stored-issue";
import { route } from "@/lib/routes/route";

/** The words on its button: `issues.button.<label>`. */
export type RemedyLabel = "login" | "administration" | "licences" | "run" | "runs" | "decide" | "notImported" | "webhook" | "settings" | "log" | "workOrder" | "workOrders";

/** Where it is put right: a field, a dialog, a list. `role`: who may go there. */
export type IssueRemedy = { href: Route; label: RemedyLabel; role: Role };

/** Where a person goes with an issue. The first place that helps; everything it concerns stands in its records besides. */
export function issueRemedy(issue: Pick<IssueRow, "cause" | "vendor" | "params" | "records" | "recordCount" | "subject">): IssueRemedy {
  const settings = (anchor: string, label: RemedyLabel): IssueRemedy => ({ href: route(`/settings/integrations/${issue.vendor}#${anchor}`), label, role: "administrator" });
  switch (issue.cause) {
    case "credentialsExpired":
      return settings("connection", "login");
    case "administrationMissing":
      return settings("connection", "administration");
    case "licenceLapsed":
      return { href: "/settings/licences", label: "licences", role: "administrator" };
    case "webhookDead":
      return settings("webhook-title", "webhook");
    case "documentsUnread":
      return settings("connection", "settings");
    case "syncLate":
      return { href: "/runs", label: "runs", role: "viewer" };
    case "guardTripped":
      return runOf(issue, "decide");
    case "vendorDown":
    case "syncFailed":
      return runOf(issue, "run");
    case "recordsFailed":
      return { href: notImportedPage(kindOf(issue.subject)), label: "notImported", role: "viewer" };
    case "deliveriesFailed":
      return { href: "/log?level=error", label: "log", role: "viewer" };
    case "mappingMissing":
    case "exportRejected":
      return workOrdersOf(issue, "error");
    case "exportNeedsReview":
      return workOrdersOf(issue, "needsReview");
    case "exportUncertain":
      return workOrdersOf(issue, "uncertain");
    case "exportsWaiting":
      return workOrdersOf(issue, "waiting");
    case "followUpFailed":
      return workOrdersOf(issue, "done");
    default:
      return assertNever(issue.cause);
  }
}

const kindOf = (subject: string): RecordKind => recordKinds.find((kind) => kind === subject) ?? "relations";

/** The sync that says what happened; where work orders alone have met it, those. */
function runOf(issue: Pick<IssueRow, "params" | "records" | "recordCount">, label: RemedyLabel): IssueRemedy {
  const { run } = issue.params;
  if (typeof run === "string") return { href: route(`/runs/${run}`), label, role: "viewer" };
  return workOrdersOf(issue, "waiting");
}

/** The work order itself where it is one, and where there are more the list of those that stand like it. */
function workOrdersOf({ records, recordCount }: Pick<IssueRow, "records" | "recordCount">, mark: string): IssueRemedy {
  const [first] = records;
  if (recordCount === 1 && first?.type === "workOrder") return { href: route(`/work-orders/${first.id}`), label: "workOrder", role: "viewer" };
  return { href: route(`/work-orders?export=${mark}`), label: "workOrders", role: "viewer" };
}
