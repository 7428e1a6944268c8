import { holdRun } from "@/lib/sync/hold-run";
import { inTransaction } from "@/lib/transaction";
import type { ActiveRun } from "@/lib/sync/active-run";
import type { Conversation } from "@/lib/sync/conversation";
import type { SyncEngine } from "@/lib/sync/engine";
import { Interruption } from "@/lib/sync/interruption";
import { logger } from "@/lib/logger";

/**
 * Keeps a run alive while its worker waits for the vendor, and tells the worker when it is to stop: `signal` is aborted
 * with an Interruption. A beat also writes down how many requests were made.
 */
export class Heartbeat {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> | null = null;

  constructor(
    private readonly engine: SyncEngine,
    private readonly run: ActiveRun,
    private readonly conversation: Conversation,
  ) {
    this.timer = setInterval(() => {
      this.beating ??= this.beat().finally(() => {
        this.beating = null;
      });
    }, engine.timing.runHeartbeat);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Makes the vendor's side let go. */
  abort(reason: unknown): void {
    this.controller.abort(reason);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  private async beat(): Promise<void> {
    const requests = this.conversation.takeRequests();
    try {
      await inTransaction(this.engine.db, (client) => holdRun(client, this.run, this.engine.timing.now(), requests));
    } catch (error) {
      this.conversation.returnRequests(requests);
      if (error instanceof Interruption) this.abort(error);
      else logger.warn({ error, runId: this.run.runId }, "A sync run's heartbeat failed; the next one will tell");
    }
  }
}
