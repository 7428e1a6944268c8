/** The counters of an import whose records the log names, in the order in which they are shown: what is unchanged is the most and interests the least. */
export const touchedCounters = ["created", "changed", "deactivated", "skipped", "failed", "unchanged"] as const;
export type TouchedCounter = (typeof touchedCounters)[number];
