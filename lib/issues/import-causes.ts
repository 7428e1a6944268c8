import type { RecordKind } from "@/lib/connectors/record-kinds";
import { causeOfError, type FoundCause } from "@/lib/issues/causes";
import type { ImportFact, IssueFacts } from "@/lib/issues/facts";
import { earlier, later } from "@/lib/issues/moments";

/** What is wrong with the imports that are switched on: why they fail, which records do, and what a person is asked. */
export function importCauses(facts: IssueFacts): FoundCause[] {
  const kinds = [...new Set(facts.kinds)].map((kind) => ({ kind, history: facts.imports.filter((one) => one.kind === kind) }));
  return [...failureCauses(facts, kinds), ...guardCauses(facts, kinds), ...recordCauses(facts, kinds)];
}

type KindHistory = { kind: RecordKind; history: readonly ImportFact[] };

/** What has happened to an import since it came to its end the last time, the newest first. */
function sinceDone(history: readonly ImportFact[]): readonly ImportFact[] {
  const end = history.findIndex(({ state }) => state === "done");
  return end === -1 ? history : history.slice(0, end);
}

/** Whether it asks a person, who has not answered yet. */
const asks = ({ guard }: ImportFact) => guard !== null && guard.keptBy === undefined;

/** One cause for each error code: as often as there were syncs that ended with it. */
function failureCauses({ vendorName: vendor, state }: IssueFacts, kinds: readonly KindHistory[]): FoundCause[] {
  const byCode = new Map<string, { found: FoundCause; runs: Set<string> }>();
  for (const { kind, history } of kinds) {
    const failures = sinceDone(history).filter((one) => one.state === "failed" && !asks(one));
    const [newest] = failures;
    if (!newest) continue;
    const error = newest.error ?? { code: "unexpected" as const, params: {} };
    const key = causeOfError(error.code, "sync");
    // What a person must settle stands in the state of the connection: once the login is accepted, it is settled.
    if (key.cause === "administrationMissing" || key.cause === "licenceLapsed" || (key.cause === "credentialsExpired" && state === "connected")) continue;
    const same = failures.filter((one) => (one.error?.code ?? "unexpected") === error.code);
    const oldest = same.at(-1) ?? newest;
    const known = byCode.get(`${key.cause} ${key.subject}`);
    const runs = new Set([...(known?.runs ?? []), ...same.map(({ runId }) => runId)]);
    const before = known?.found;
    byCode.set(`${key.cause} ${key.subject}`, {
      runs,
      found: {
        ...key,
        severity: key.cause === "vendorDown" ? "watch" : "action",
        firstAt: earlier(before?.firstAt ?? null, oldest.at),
        lastAt: later(before?.lastAt ?? null, newest.at),
        times: runs.size,
        params: { ...error.params, vendor, code: error.code, run: newest.runId },
        records: [...(before?.records ?? []), { type: "import", kind }],
        recordCount: (before?.recordCount ?? 0) + 1,
      },
    });
  }
  return [...byCode.values()].map(({ found }) => found);
}

/** The question of the deactivation guard, one for all imports that ask. */
function guardCauses({ vendorName: vendor }: IssueFacts, kinds: readonly KindHistory[]): FoundCause[] {
  const open = kinds.flatMap(({ history }) => sinceDone(history).filter((one) => one.guard !== null).slice(0, 1)).filter(asks);
  const [newest] = open.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (!newest) return [];
  const sum = (count: (one: NonNullable<ImportFact["guard"]>) => number) => open.reduce((total, { guard }) => total + (guard ? count(guard) : 0), 0);
  const isEmptied = open.some(({ state }) => state === "failed");
  return [{
    cause: "guardTripped", subject: "", severity: "action", firstAt: newest.at, lastAt: newest.at, times: 1,
    params: { vendor, run: newest.runId, wouldGo: sum(({ wouldGo }) => wouldGo), of: sum((guard) => guard.of), emptied: isEmptied ? "yes" : "no" },
    records: open.map(({ kind }) => ({ type: "import", kind })), recordCount: open.length,
  }];
}

/** Records that could not be read the last time, one cause per kind. */
function recordCauses({ vendorName: vendor, failedRecords }: IssueFacts, kinds: readonly KindHistory[]): FoundCause[] {
  return kinds.flatMap(({ kind, history }): FoundCause[] => {
    const done = history.filter(({ state }) => state === "done");
    const end = done.findIndex(({ failed }) => failed === 0);
    const bad = end === -1 ? done : done.slice(0, end);
    const [newest] = bad;
    const oldest = bad.at(-1);
    if (!newest || !oldest) return [];
    const records = failedRecords.filter((one) => one.kind === kind).map((one) => ({ type: "record" as const, ...one }));
    return [{
      cause: "recordsFailed", subject: kind, severity: "action", firstAt: oldest.at, lastAt: newest.at, times: bad.length,
      params: { vendor, kind, run: newest.runId, count: newest.failed }, records, recordCount: newest.failed,
    }];
  });
}
