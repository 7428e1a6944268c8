/** What a run counts of each kind of record. */
export const counterNames = ["read", "created", "changed", "unchanged", "skipped", "deactivated", "failed"] as const;
export type CounterName = (typeof counterNames)[number];
export type Counters = Record<CounterName, number>;

export function sumCounters(imports: readonly Counters[]): Counters {
  const total: Counters = { read: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, deactivated: 0, failed: 0 };
  for (const one of imports) for (const name of counterNames) total[name] += one[name];
  return total;
}
