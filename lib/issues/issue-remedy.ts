import type { Route } from "next";
import { assertNever } from "@/lib/assert";
import type { Role } from "@/lib/auth/roles";
import { notImportedPage } from "@/lib/catalogue/record-pages";
import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { ListedMark } from "@/lib/export/export-list-request";
import type { IssueRow } from "@/lib/issues/stored-issue";
import { route } from "@/lib/routes/route";

/** The words on its button: `issues.button.<label>`. */
export type RemedyLabel = "login" | "administration" | "licences" | "run" | "runs" | "decide" | "notImported" | "webhook" | "settings" | "log" | "workOrder" | "workOrders";

/** Where it is put right: a field, a dialog, a list. `role`: who may do there what the words say. `look`: the words for who may only look there; null: the page is closed to them. */
export type IssueRemedy = { href: Route; label: RemedyLabel; role: Role; look: RemedyLabel | null };

type Remedied = Pick<IssueRow, "cause" | "vendor" | "severity" | "params" | "records" | "recordCount" | "subject">;

/** Where a person goes with an issue. The first place that helps; everything it concerns stands in its records besides. */
export function issueRemedy(issue: Remedied): IssueRemedy {
  const settings = (anchor: string, label: RemedyLabel): IssueRemedy => ({ href: route(`/settings/integrations/${issue.vendor}#${anchor}`), label, role: "administrator", look: null });
  switch (issue.cause) {
    case "credentialsExpired":
      return settings("connection", "login");
    case "administrationMissing":
      return settings("administration", "administration");
    case "licenceLapsed":
      return { href: route(`/settings/licences#${issue.vendor}`), label: "licences", role: "administrator", look: null };
    case "webhookDead":
      return settings("webhook", "webhook");
    case "documentsUnread":
      return settings("documents", "settings");
    case "syncLate":
      return open(route(`/runs?integration=${issue.vendor}`), "runs");
    case "guardTripped":
      return { ...runOf(issue, "decide"), role: "administrator", look: "run" };
    case "vendorDown":
    case "syncFailed":
      return runOf(issue, "run");
    case "recordsFailed":
      return open(notImportedPage(kindOf(issue.subject), onlyRecordOf(issue)), "notImported");
    case "deliveriesFailed":
      return open(logOf(issue, "error", "in"), "log");
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
      // What only adds to a booking leaves no mark on it.
      return issue.severity === "action" ? workOrdersOf(issue, "notFinished") : (onlyWorkOrderOf(issue) ?? open(logOf(issue, "warning", "out"), "log"));
    default:
      return assertNever(issue.cause);
  }
}

/** A place that is open to everybody. */
const open = (href: Route, label: RemedyLabel): IssueRemedy => ({ href, label, role: "viewer", look: null });

const kindOf = (subject: string): RecordKind => recordKinds.find((kind) => kind === subject) ?? "relations";

/** What the log says of the vendor at a level; of exports alone, or of what it told of. */
function logOf({ vendor }: Remedied, level: "warning" | "error", direction: "in" | "out"): Route {
  return route(`/log?integration=${vendor}&direction=${direction}&level=${level}`);
}

/** The number at the vendor of the one record it is about. */
function onlyRecordOf({ records: [first], recordCount }: Remedied): string | undefined {
  return recordCount === 1 && first?.type === "record" ? first.key : undefined;
}

/** The sync that says what happened; where work orders alone have met it, those; where nothing has but a look at documents, the log. */
function runOf(issue: Remedied, label: RemedyLabel): IssueRemedy {
  const { run } = issue.params;
  if (typeof run === "string") return open(route(`/runs/${run}`), label);
  return issue.recordCount > 0 ? workOrdersOf(issue, "waiting") : open(logOf(issue, "warning", "out"), "log");
}

function onlyWorkOrderOf({ records: [first], recordCount }: Remedied): IssueRemedy | null {
  return recordCount === 1 && first?.type === "workOrder" ? open(route(`/work-orders/${first.id}`), "workOrder") : null;
}

/** The work order itself where it is one, and where there are more the exports that stand like it, each with its reason and what can be done about all of them. */
function workOrdersOf(issue: Remedied, mark: ListedMark): IssueRemedy {
  return onlyWorkOrderOf(issue) ?? open(route(`/exports?state=${mark}&integration=${issue.vendor}`), "workOrders");
}
