/** The counters of an import whose records the log names; of what is unchanged it keeps the number alone. */
export const touchedCounters = ["created", "changed", "deactivated", "skipped", "failed"] as const;
export type TouchedCounter = (typeof touchedCounters)[number];
