import type { ExportProblemCode } from "@/lib/connectors/export-problems";
import type { ErrorCode } from "@/lib/errors";
import type { IssueSeverity } from "@/lib/generated/prisma/enums";
import type { IssueParams, IssueRecord } from "@/lib/issues/issue-record";

/**
 * What keeps a connection from doing what it promises. Closed list; each has its words below `issues.cause.<cause>` in the message
 * files. The subject stands beside each cause; without one it is empty.
 */
export const issueCauses = [
  /** The error code for which a person is needed: refused, expired, no administration, no rights. */
  "credentialsExpired",
  /** Connected, and nobody has said with which administration: not while somebody is just connecting. */
  "administrationMissing",
  "licenceLapsed",
  /** The vendor does not answer, or reports a fault of its own. */
  "vendorDown",
  /** The error code of a sync that failed for another reason. */
  "syncFailed",
  /** A due sync has had no success for too long. */
  "syncLate",
  /** Too many records would be deactivated, and a person is asked. */
  "guardTripped",
  /** The kind of record of which some could not be read. */
  "recordsFailed",
  "webhookDead",
  "deliveriesFailed",
  /** The problem code: a relation, material, hour type … that the vendor does not have. */
  "mappingMissing",
  /** Any other problem code for which work orders were refused. */
  "exportRejected",
  /** A person is to decide about what was found at the vendor. */
  "exportNeedsReview",
  /** Longer open than the look-ups take. */
  "exportUncertain",
  /** The error code for which work orders keep waiting. */
  "exportsWaiting",
  /** What follows a booking and failed: attachment, finish, email. */
  "followUpFailed",
  /** The error code for which it cannot be read what became of the exported documents. */
  "documentsUnread",
] as const;
export type IssueCause = (typeof issueCauses)[number];

/** So many records an issue names; of the others it keeps the number. */
export const NAMED_RECORDS = 20;

/**
 * A cause that holds now. `times`: how often it can be seen to have happened. Moments are null where nothing says since when it holds: then it
 * counts from when it was first found.
 */
export type FoundCause = {
  cause: IssueCause;
  subject: string;
  severity: IssueSeverity;
  firstAt: Date | null;
  lastAt: Date | null;
  times: number;
  params: IssueParams;
  records: IssueRecord[];
  recordCount: number;
};

/** By what an issue is recognised within its connection. */
export type CauseKey = Pick<FoundCause, "cause" | "subject">;

const missing: readonly ExportProblemCode[] = ["relationNotFound", "invoiceRelationNotFound", "deliveryAddressNotFound", "materialNotFound", "hourTypeNotFound", "warehouseNotFound"];

/** The cause behind a problem of an export that was refused. */
export function causeOfProblem(code: ExportProblemCode): CauseKey {
  return { cause: missing.includes(code) ? "mappingMissing" : "exportRejected", subject: code };
}

const awayCodes: readonly ErrorCode[] = ["vendor_unreachable", "vendor_slow", "vendor_error"];
/** A person must do something about the connection before anything of it can succeed. */
const personCodes: readonly ErrorCode[] = ["credentials_refused", "key_refused", "authentication_expired", "no_administration", "missing_rights", "not_connected"];

/** The cause behind an error for which a sync failed or an export waits; `of`: which of the two. */
export function causeOfError(code: ErrorCode, of: "sync" | "export"): CauseKey {
  if (awayCodes.includes(code)) return { cause: "vendorDown", subject: "" };
  if (personCodes.includes(code)) return { cause: "credentialsExpired", subject: code };
  if (code === "administration_missing") return { cause: "administrationMissing", subject: "" };
  if (code === "no_licence") return { cause: "licenceLapsed", subject: "" };
  return { cause: of === "sync" ? "syncFailed" : "exportsWaiting", subject: code };
}
