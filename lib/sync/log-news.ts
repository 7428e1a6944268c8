import type { RejectedRecord, PageScope } from "@/lib/sync/page-scope";
import { insertLogEntries, type LogInput } from "@/lib/log/write-log";

/** How many records per kind and run are named in the log, of those that need somebody and of those that do not. */
const NAMED_ERRORS = 150;
const NAMED_QUIET = 50;

/** What the messages take for "there is none". */
const ABSENT = "none";

/** Records that are not imported for a reason not known before: how many this run has found so far, per kind. */
export type NewsSoFar = { loud: number; quiet: number };

/**
 * Names records that are newly not imported in the log, below the run's operation; after the first ones only the number
 * is kept. Out: how many there are now.
 */
export async function logNews(scope: PageScope, news: readonly RejectedRecord[], soFar: NewsSoFar): Promise<NewsSoFar> {
  const quiet = news.filter((record) => record.quiet);
  const loud = news.filter((record) => !record.quiet);
  const named = [...loud.slice(0, Math.max(0, NAMED_ERRORS - soFar.loud)), ...quiet.slice(0, Math.max(0, NAMED_QUIET - soFar.quiet))];
  await insertLogEntries(scope.client, named.map((record) => describeRejection(scope, record)));
  return { loud: soFar.loud + loud.length, quiet: soFar.quiet + quiet.length };
}

/** How many records of a kind were found and not named. */
export function countUnnamed({ loud, quiet }: NewsSoFar): number {
  return Math.max(0, loud - NAMED_ERRORS) + Math.max(0, quiet - NAMED_QUIET);
}

function describeRejection({ run, kind }: PageScope, record: RejectedRecord): LogInput {
  const { externalId, label, reason, quiet, field, params } = record;
  return {
    accountId: run.accountId,
    connectionId: run.connectionId,
    runId: run.runId,
    parentId: run.runId,
    level: quiet ? "info" : "error",
    operation: "record.skipped",
    messageKey: "record.skipped",
    params: { kind, key: externalId, label, reason, field: field ?? ABSENT, value: params["value"] ?? ABSENT },
    kind,
    recordKey: externalId,
    remedy: quiet ? null : remedies[reason] ?? "correctAtVendor",
    detail: params,
  };
}

/** Below `log.remedy`; every other reason is put right at the vendor. */
const remedies: Readonly<Record<string, string>> = {
  duplicate: "removeDuplicate",
  ownedByOtherConnection: "decideOwner",
  unknownType: "chooseKnownType",
};
