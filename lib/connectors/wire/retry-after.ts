/** When the limit is reached and the vendor does not say for how long: limits are per minute. */
const usualPause = 60_000;

/** `Retry-After` in seconds or as a date → milliseconds from now. */
export function readRetryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return usualPause;
  const pause = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(pause) && pause >= 0 ? pause : usualPause;
}
