export type RateVerdict = { readonly ok: true } | { readonly ok: false; readonly secondsToWait: number };

/** Counts each company's requests over a sliding window of the sandbox's clock. Refused requests do not count. */
export class RateWindow {
  private readonly moments = new Map<string, number[]>();

  /** Counts a request of this company, or says how long it must wait; a limit of 0 lets everything pass. */
  take(company: string, limit: number, windowMilliseconds: number, now: number): RateVerdict {
    const recent = (this.moments.get(company) ?? []).filter((moment) => moment > now - windowMilliseconds);
    this.moments.set(company, recent);
    const [oldest] = recent;
    if (limit > 0 && recent.length >= limit && oldest !== undefined) {
      return { ok: false, secondsToWait: Math.max(1, Math.ceil((oldest + windowMilliseconds - now) / 1000)) };
    }
    recent.push(now);
    return { ok: true };
  }

  /** The number of requests of this company that count right now. */
  used(company: string, windowMilliseconds: number, now: number): number {
    return (this.moments.get(company) ?? []).filter((moment) => moment > now - windowMilliseconds).length;
  }

  clear(): void {
    this.moments.clear();
  }
}
