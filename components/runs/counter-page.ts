import { listPage } from "@/lib/catalogue/record-pages";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { touchedCounters } from "@/lib/log/touched-counters";
import { route } from "@/lib/routes/route";
import type { CounterName } from "@/lib/runs/counters";

/** Where the records behind a counter of a sync stand; null for what was only read or unchanged. */
export function counterPage({ runId, kind }: { runId: string; kind: RecordKind }, name: CounterName) {
  const counter = touchedCounters.find((one) => one === name);
  if (!counter) return null;
  // What is not imported has a list of its own, with the reasons.
  return counter === "skipped" ? route(`${listPage(kind)}?tab=not-imported`) : { pathname: route(`/runs/${runId}/records`), query: { kind, counter } };
}
