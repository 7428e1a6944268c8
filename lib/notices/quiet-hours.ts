/** Minutes after midnight, on the account's clock. The end may lie on the next day: from 22:00 to 07:00. */
export type QuietHours = { from: number; to: number };

/** So many minutes has a day on the clock's face, also those two of the year that are shorter or longer. */
export const MINUTES_OF_A_DAY = 24 * 60;

/**
 * Whether nobody is to be told anything at this moment. What counts is the clock on the wall there, so that summer time moves nothing.
 * @param timeZone IANA name
 */
export function isQuiet(now: Date, timeZone: string, quiet: QuietHours | null): boolean {
  if (quiet === null) return false;
  const minute = minuteOfDay(now, timeZone);
  return quiet.from <= quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** The quiet hours of a stored receiver. */
export function quietHoursOf({ quietFrom, quietTo }: { quietFrom: number | null; quietTo: number | null }): QuietHours | null {
  return quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };
}

function minuteOfDay(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(moment);
  const of = (type: "hour" | "minute") => Number(parts.find((part) => part.type === type)?.value);
  return of("hour") * 60 + of("minute");
}

/** 435 → 07:15, as it is written in every language here. */
export function writeClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** 07:15 → 435; null: it is no time of day. */
export function readClock(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
