const windowLength = 60_000;

export type RateVerdict = { readonly ok: true } | { readonly ok: false; readonly secondsToWait: number };

/** Counts each user's requests over the last sixty seconds of the sandbox's clock. Refused requests do not count. */
export class RateWindow {
  private readonly moments = new Map<string, number[]>();

  /** Counts a request of this user, or says how long it must wait; a limit of 0 lets everything pass. */
  take(user: string, limit: number, now: number): RateVerdict {
    const recent = (this.moments.get(user) ?? []).filter((moment) => moment > now - windowLength);
    this.moments.set(user, recent);
    const [oldest] = recent;
    if (limit > 0 && recent.length >= limit && oldest !== undefined) {
      return { ok: false, secondsToWait: Math.max(1, Math.ceil((oldest + windowLength - now) / 1000)) };
    }
    recent.push(now);
    return { ok: true };
  }

  /** The number of requests that count for the busiest user right now. */
  used(now: number): number {
    const counts = [...this.moments.values()].map((moments) => moments.filter((moment) => moment > now - windowLength).length);
    return Math.max(0, ...counts);
  }

  clear(): void {
    this.moments.clear();
  }
}
