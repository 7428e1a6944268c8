import type { IssueFacts } from "@/lib/issues/facts";
import { NAMED_RECORDS, type FoundCause } from "@/lib/issues/causes";
import { connectionCauses } from "@/lib/issues/connection-causes";
import { exportCauses } from "@/lib/issues/export-causes";
import { earlier, later } from "@/lib/issues/moments";
import { importCauses } from "@/lib/issues/import-causes";
import type { Timing } from "@/lib/timing";

/**
 * What is wrong with a connection now, told from the facts alone. Pure. Of a connection that was cut only what may stand at the vendor
 * is left: everything else has no promise to keep.
 */
export function findCauses(facts: IssueFacts, timing: Timing): FoundCause[] {
  const ofExports = exportCauses(facts, timing);
  if (facts.state === "disconnected") return ofExports.filter(({ cause }) => cause === "exportUncertain" || cause === "exportNeedsReview");
  return join([...connectionCauses(facts, timing), ...importCauses(facts), ...ofExports]);
}

/** The vendor that is away fails syncs and exports alike: that is one issue. */
function join(found: readonly FoundCause[]): FoundCause[] {
  const byKey = new Map<string, FoundCause>();
  for (const one of found) {
    const key = `${one.cause} ${one.subject}`;
    const other = byKey.get(key);
    byKey.set(key, other ? merge(other, one) : one);
  }
  return [...byKey.values()];
}

function merge(one: FoundCause, other: FoundCause): FoundCause {
  return {
    ...one,
    severity: one.severity === "action" ? "action" : other.severity,
    firstAt: earlier(one.firstAt, other.firstAt),
    lastAt: later(one.lastAt, other.lastAt),
    times: one.times + other.times,
    params: { ...other.params, ...one.params },
    records: [...one.records, ...other.records].slice(0, NAMED_RECORDS),
    recordCount: one.recordCount + other.recordCount,
  };
}
