import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import { logger } from "@/lib/logger";
import type { VendorContext, Exchange } from "@/lib/connectors/connector";
import type { ExportEngine } from "@/lib/export/engine";
import type { ExportConnection } from "@/lib/export/export-connection";
import { moveIntent, type Move } from "@/lib/export/transitions";
import type { ExportIntent, Prisma } from "@/lib/generated/prisma/client";
import { Interruption } from "@/lib/sync/interruption";
import { openVendorContext } from "@/lib/vendor/open-context";

/**
 * An intent in the hands of one worker. Every write proves in its own transaction that the fencing number is still this worker's and renews
 * the lease; a heartbeat does so while the vendor is awaited, and every request once more right before its first byte, so that a worker who
 * was taken over sends nothing.
 */
export class HeldIntent {
  readonly exchanges: Exchange[] = [];
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> | null = null;

  constructor(
    readonly engine: ExportEngine,
    readonly connection: ExportConnection,
    private row: ExportIntent,
  ) {
    this.timer = setInterval(() => {
      this.beating ??= this.beat().finally(() => {
        this.beating = null;
      });
    }, engine.timing.runHeartbeat).unref();
  }

  /** As last written by this worker. */
  get intent(): ExportIntent {
    return this.row;
  }

  now(): Date {
    return this.engine.timing.now();
  }

  /** @throws Interruption `lost` */
  async renew(): Promise<void> {
    await this.hold(this.engine.db.prisma);
  }

  /**
   * Writes in one transaction, with the work order locked before its intent, as everywhere.
   * @throws Interruption `lost` when another worker has taken the intent over, or a person has decided about it
   */
  async write<Result>(work: (tx: Prisma.TransactionClient) => Promise<Result>): Promise<Result> {
    const { result, row } = await this.engine.db.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM work_order WHERE id = ${this.row.workOrderId}::uuid FOR NO KEY UPDATE`;
      await this.hold(tx);
      const result = await work(tx);
      return { result, row: await tx.exportIntent.findUniqueOrThrow({ where: { id: this.row.id } }) };
    });
    this.row = row;
    return result;
  }

  /** Moves it on, in the transaction of `write`. The state it goes from is the one last written or, within a transaction, the one named. */
  move(tx: Prisma.TransactionClient, move: Omit<Move, "intent">, from = this.row.state): Promise<void> {
    return moveIntent(tx, { ...move, intent: { id: this.row.id, accountId: this.row.accountId, state: from, fence: this.row.fence } });
  }

  /** A conversation with the vendor about an administration. @throws AppError not_connected */
  openContext(administration: string): VendorContext {
    const { connection, engine } = this;
    const context = openVendorContext(engine.db, engine.timing, { ...connection, administration: administration === "" ? null : administration }, {
      signal: this.controller.signal,
      keyRing: engine.keyRing,
      requestsPerMinute: requestsPerMinute(connection.connector.manifest, connection.login),
      purpose: "export",
      recordExchange: (exchange) => this.exchanges.push(exchange),
    });
    return {
      ...context,
      takeBudget: async () => {
        await context.takeBudget();
        await this.renew();
      },
    };
  }

  /** Ends this worker's part: the next one may take it. */
  async release(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.engine.db.prisma.exportIntent.updateMany({ where: { id: this.row.id, fence: this.row.fence }, data: { leaseUntil: null, worker: null } });
  }

  private async hold(tx: Prisma.TransactionClient): Promise<void> {
    const { id, fence } = this.row;
    const leaseUntil = new Date(this.now().getTime() + this.engine.timing.exportLease);
    const count = await tx.$executeRaw`UPDATE export_intent SET lease_until = ${leaseUntil} WHERE id = ${id}::uuid AND fence = ${fence} AND lease_until IS NOT NULL`;
    if (count !== 1) throw new Interruption("lost");
  }

  private async beat(): Promise<void> {
    await this.renew().catch((error: unknown) => {
      if (error instanceof Interruption) this.controller.abort(error);
      else logger.warn({ error, intentId: this.row.id }, "An export's heartbeat failed; the next one will tell");
    });
  }
}
