const zone = "Europe/Amsterdam";
const dayInMilliseconds = 86_400_000;

/** Changes older than this many days are not asked for: everything is read instead. */
const greatestDays = 30;

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** The number of the day in Cash's zone. */
function dayOf(moment: Date): number {
  return Date.parse(`${calendar.format(moment)}T00:00:00Z`) / dayInMilliseconds;
}

/**
 * The n of "changed in the last n days" that surely covers everything since a moment: whole days in Cash's zone, and one more.
 * Null when it is too long ago.
 */
export function daysToRead(since: Date, now: Date): number | null {
  const days = Math.max(0, dayOf(now) - dayOf(since)) + 1;
  return days > greatestDays ? null : days;
}
