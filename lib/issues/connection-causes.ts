import { errorCodes } from "@/lib/errors";
import { causeOfError, type FoundCause } from "@/lib/issues/causes";
import type { IssueFacts } from "@/lib/issues/facts";
import type { Timing } from "@/lib/timing";

/** A webhook that is still being registered may fail so often before anybody is told. */
const FAILED_REGISTRATIONS = 3;

/** Whoever has just connected is still choosing the administration for so long (milliseconds). */
const CHOOSING = 10 * 60_000;

/** What keeps the connection as a whole from working: login, licence, administration, schedule, and how the vendor reports changes. */
export function connectionCauses(facts: IssueFacts, timing: Timing): FoundCause[] {
  const { state, stateReason, isLicensed, licenceEndedAt, hasAdministrations, administration, vendorName: vendor, freshness } = facts;
  const found: FoundCause[] = [];
  if (!isLicensed) found.push(single("licenceLapsed", "action", licenceEndedAt, { vendor }));
  if (state === "action_required") {
    const code = errorCodes.find((one) => one === stateReason) ?? "credentials_refused";
    if (code === "administration_missing") found.push(single("administrationMissing", "action", null, { vendor }));
    else found.push({ ...single("credentialsExpired", "action", null, { vendor }), subject: code });
  } else if (hasAdministrations && administration === null && !isStillChoosing(facts, timing)) {
    found.push(single("administrationMissing", "action", facts.credentialsSetAt, { vendor }));
  }
  if (freshness === "late" || freshness === "error") {
    found.push(single("syncLate", freshness === "error" ? "action" : "watch", facts.dueSince, { vendor, minutes: timing.syncIntervalMinutes }));
  }
  return [...found, ...webhookCauses(facts), ...documentCauses(facts)];
}

/** Connecting ends with choosing an administration: it is missing only where a person has left it so. The look of the minutes afterwards finds it. */
function isStillChoosing({ credentialsSetAt }: IssueFacts, timing: Timing): boolean {
  return credentialsSetAt !== null && timing.now().getTime() - credentialsSetAt.getTime() < CHOOSING;
}

function webhookCauses({ webhook, failedDeliveries, vendorName: vendor }: IssueFacts): FoundCause[] {
  const found: FoundCause[] = [];
  const isDead = webhook?.problem && (webhook.state === "registered" || (webhook.state === "wanted" && webhook.attempts >= FAILED_REGISTRATIONS));
  if (webhook?.problem && isDead) {
    found.push(single("webhookDead", "action", webhook.checkedAt, { ...webhook.problem.params, vendor, code: webhook.problem.code }));
  }
  if (failedDeliveries) {
    const { count, firstAt, lastAt, events } = failedDeliveries;
    found.push({ ...single("deliveriesFailed", "watch", firstAt, { vendor }), lastAt, times: count, records: events.map((event) => ({ type: "delivery", event })), recordCount: count });
  }
  return found;
}

/** What keeps the application from knowing what became of the exported documents; a vendor that is away is away for everything. */
function documentCauses({ documentsTrouble, vendorName: vendor }: IssueFacts): FoundCause[] {
  if (documentsTrouble === null) return [];
  const { error, since, isPassing } = documentsTrouble;
  const key = causeOfError(error.code, "export");
  const found = single("documentsUnread", isPassing ? "watch" : "action", new Date(since), { ...error.params, vendor, code: error.code });
  if (key.cause === "vendorDown") return [{ ...found, ...key }];
  // What a person must settle stands in the state of the connection.
  return key.cause === "exportsWaiting" ? [{ ...found, subject: error.code }] : [];
}

/** Something that is so since a moment, where one is known, and has no records. */
function single(cause: FoundCause["cause"], severity: FoundCause["severity"], at: Date | null, params: FoundCause["params"]): FoundCause {
  return { cause, subject: "", severity, firstAt: at, lastAt: at, times: at === null ? 0 : 1, params, records: [], recordCount: 0 };
}
