type EnteredPeriod = { beginMinute: number | null; endMinute: number | null; breakMinutes: number; totalMinutes: number | null };

const MINUTES_OF_DAY = 1_440;

/**
 * Minutes worked, without the break: the total as entered, else from begin and end. An end before its begin is on the next day.
 * Null when neither is known, or the break is longer than the work.
 */
export function periodMinutes({ beginMinute, endMinute, breakMinutes, totalMinutes }: EnteredPeriod): number | null {
  if (totalMinutes !== null) return totalMinutes;
  if (beginMinute === null || endMinute === null) return null;
  const worked = endMinute - beginMinute + (endMinute < beginMinute ? MINUTES_OF_DAY : 0) - breakMinutes;
  return worked < 0 ? null : worked;
}
