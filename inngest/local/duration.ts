const units: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/**
 * How long a sleep lasts from now, in milliseconds (0 when it is over already).
 * @param text the SDK's notation: "1d2h30m10s", a moment in ISO form, or nothing for no time at all
 * @returns null when it is neither
 */
export function readSleep(text: string, now: number): number | null {
  if (/^(\d+[wdhms])*$/.test(text)) {
    return [...text.matchAll(/(\d+)([wdhms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0), 0);
  }
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
