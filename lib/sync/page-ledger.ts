/** Pages handed over by the vendor's side and pages written by ours; lets the former wait for the latter. */
export class PageLedger {
  private open = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.wakeAll(), { once: true });
  }

  /** Counts what passes through as handed over. */
  async *countHandedOver<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
    for await (const item of source) {
      this.open += 1;
      yield item;
    }
  }

  countWritten(): void {
    this.open -= 1;
    if (this.open === 0) this.wakeAll();
  }

  /**
   * Waits until everything handed over is written.
   * @throws the signal's reason when the work was given up
   */
  async settled(): Promise<void> {
    while (this.open > 0 && !this.signal.aborted) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.signal.throwIfAborted();
  }

  private wakeAll(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}
