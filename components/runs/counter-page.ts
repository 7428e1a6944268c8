import type { RecordKind } from "@/lib/connectors/record-kinds";
import { touchedCounters } from "@/lib/log/touched-counters";
import { route } from "@/lib/routes/route";
import type { CounterName } from "@/lib/runs/counters";

/** Where the records behind a counter of a sync stand, those of this sync alone; null for what was read, which stands behind the others. */
export function counterPage({ runId, kind }: { runId: string; kind: RecordKind }, name: CounterName) {
  const counter = touchedCounters.find((one) => one === name);
  return counter ? { pathname: route(`/runs/${runId}/records`), query: { kind, counter } } : null;
}
