import { AppError } from "@/lib/errors";

/** Actions a person may start within the window (milliseconds). People stay far below; a script gone wild does not. */
const limit = { actions: 120, window: 60_000 } as const;

/** More people than this in one minute, and the oldest entries go. */
const remembered = 10_000;

export type RateLimit = (userId: string, now: number) => void;

/**
 * Counts actions per person. In memory of this process: a restart forgives, several web servers count on their own, and no
 * action costs a database write; what must hold across servers (sign-in, vendors' budgets) is counted in the database.
 * @throws AppError too_many_requests, with the time to wait
 */
export function createRateLimit({ actions, window }: { actions: number; window: number } = limit): RateLimit {
  const windows = new Map<string, { startedAt: number; count: number }>();
  return (userId, now) => {
    const current = windows.get(userId);
    if (!current || now - current.startedAt >= window) {
      windows.delete(userId);
      windows.set(userId, { startedAt: now, count: 1 });
      if (windows.size > remembered) windows.delete(windows.keys().next().value ?? userId);
      return;
    }
    current.count += 1;
    if (current.count > actions) throw new AppError("too_many_requests", { kind: "transient", retryAfterMs: current.startedAt + window - now });
  };
}
