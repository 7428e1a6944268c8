export type RateVerdict = { readonly ok: true } | { readonly ok: false; readonly secondsToWait: number };

/** Counts each caller's requests over a sliding window of the sandbox's clock, in milliseconds. Refused requests do not count. */
export class RateWindow {
  private readonly moments = new Map<string, number[]>();

  /** Counts a request of this caller, or says how long it must wait; a limit of 0 lets everything pass. */
  take(caller: string, limit: number, windowLength: number, now: number): RateVerdict {
    const recent = this.recent(caller, windowLength, now);
    this.moments.set(caller, recent);
    const [oldest] = recent;
    if (limit > 0 && recent.length >= limit && oldest !== undefined) {
      return { ok: false, secondsToWait: Math.max(1, Math.ceil((oldest + windowLength - now) / 1000)) };
    }
    recent.push(now);
    return { ok: true };
  }

  /** The number of requests of this caller that count right now. */
  used(caller: string, windowLength: number, now: number): number {
    return this.recent(caller, windowLength, now).length;
  }

  /** The number of requests that count for the busiest caller right now. */
  usedAtMost(windowLength: number, now: number): number {
    return Math.max(0, ...[...this.moments.keys()].map((caller) => this.used(caller, windowLength, now)));
  }

  clear(): void {
    this.moments.clear();
  }

  private recent(caller: string, windowLength: number, now: number): number[] {
    return (this.moments.get(caller) ?? []).filter((moment) => moment > now - windowLength);
  }
}
