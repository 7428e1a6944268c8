import type { Exchange } from "@/lib/connectors/connector";

/** What a step has said to the vendor and heard from it. */
export class Conversation {
  readonly exchanges: Exchange[] = [];
  private uncounted = 0;

  record(exchange: Exchange): void {
    this.exchanges.push(exchange);
    this.uncounted += 1;
  }

  /** How many requests were made since the last call: each is written to the run's counter once. */
  takeRequests(): number {
    const requests = this.uncounted;
    this.uncounted = 0;
    return requests;
  }

  /** Puts back what could not be written. */
  returnRequests(requests: number): void {
    this.uncounted += requests;
  }
}
