import type { EngineTiming } from "./timing";

/** How a failed try wants to be repeated: as always, never, or after a time the function named. */
export type Retry = { type: "usual" } | { type: "never" } | { type: "after"; milliseconds: number };

/**
 * Reads what the SDK says about repeating.
 * @param noRetry header `x-inngest-no-retry`
 * @param retryAfter header `retry-after`: seconds or a date
 */
export function readRetry(noRetry: string | undefined, retryAfter: string | undefined, now: number): Retry {
  if (noRetry === "true") return { type: "never" };
  if (retryAfter === undefined) return { type: "usual" };
  const seconds = Number(retryAfter);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(milliseconds) ? { type: "usual" } : { type: "after", milliseconds: Math.max(0, milliseconds) };
}

/** Pause before the next try, in milliseconds. @param attempt failed tries before this one */
export function retryDelay(retry: Exclude<Retry, { type: "never" }>, attempt: number, timing: EngineTiming): number {
  if (retry.type === "after") return retry.milliseconds;
  const delay = timing.retryDelays[Math.min(attempt, timing.retryDelays.length - 1)] ?? 0;
  return delay * (1 + Math.random() * timing.retryJitter);
}
