"use client";

import { useTimeZone } from "next-intl";
import { groupByDay } from "@/components/log/day-groups";
import { DayTitle } from "@/components/log/day-title";
import { EntryRow } from "@/components/log/entry-row";
import type { LogRow } from "@/lib/log/read-entry";

/** Entries, newest first, under the days on which they happened. */
export function EntryList({ entries, openEntry = null }: { entries: readonly LogRow[]; openEntry?: string | null }) {
  const timeZone = useTimeZone() ?? "UTC";
  return groupByDay(entries, timeZone).map(({ day, entries: ofDay }) => (
    <section key={day}>
      <h3 className="px-(--card-x) pt-3 pb-1 text-xs font-normal text-fg-3">
        <DayTitle day={day} />
      </h3>
      <ul>
        {ofDay.map((entry) => (
          <EntryRow key={entry.id} entry={entry} isOpen={entry.id === openEntry} />
        ))}
      </ul>
    </section>
  ));
}
