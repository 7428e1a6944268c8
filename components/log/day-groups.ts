/** Entries of one day of the account's time zone. `day` is its date as YYYY-MM-DD. */
export type DayGroup<Entry> = { day: string; entries: Entry[] };

/** The day a moment falls on in a time zone, as YYYY-MM-DD. */
export function dayOf(moment: Date, timeZone: string): string {
  // Canadian English writes dates as ISO does.
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);
}

/** Groups entries that are in order of time by day. `at` is an ISO text. */
export function groupByDay<Entry extends { at: string }>(entries: readonly Entry[], timeZone: string): DayGroup<Entry>[] {
  const groups: DayGroup<Entry>[] = [];
  for (const entry of entries) {
    const day = dayOf(new Date(entry.at), timeZone);
    const last = groups.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else groups.push({ day, entries: [entry] });
  }
  return groups;
}
