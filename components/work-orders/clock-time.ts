/** Times of day and durations as people type and read them. Minutes are whole and count from midnight. */

const aDay = 24 * 60;

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** 490 → 08:10 */
export function writeClock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** 158 → 2:38 */
export function writeDuration(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
}

/** 8:10, 08.10, 0810, 810 and 8 are times of day; null for what is none. */
export function readClock(text: string): number | null {
  const [, hours = "", minutes = "0"] = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === "" || Number(hours) > 23 || Number(minutes) > 59) return null;
  return Number(hours) * 60 + Number(minutes);
}

/** 2:38 is hours and minutes, 2,5 and 2.5 are hours; rounded to the minute. Null for what is neither, or more than a day. */
export function readDuration(text: string): number | null {
  const trimmed = text.trim();
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(trimmed) ?? [];
  if (hours !== undefined && minutes !== undefined) return Number(minutes) > 59 ? null : withinDay(Number(hours) * 60 + Number(minutes));
  const [, whole, fraction = ""] = /^(\d{1,2})(?:[.,](\d{1,4}))?$/.exec(trimmed) ?? [];
  if (whole === undefined) return null;
  // Ten-thousandths of an hour, so that nothing passes through a float before it is rounded.
  const parts = Number(whole) * 10_000 + Number(fraction.padEnd(4, "0"));
  return withinDay(Math.round((parts * 60) / 10_000));
}

function withinDay(minutes: number): number | null {
  return minutes <= aDay ? minutes : null;
}
