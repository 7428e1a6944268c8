import { assertNever } from "@/lib/assert";
import { AppError } from "@/lib/errors";
import type { ExportEngine } from "@/lib/export/engine";
import { listExportConnections, readExportConnection, type ExportConnection } from "@/lib/export/export-connection";
import { findEnd } from "@/lib/export/gone-document";
import { findNewestIntent } from "@/lib/export/newest-intent";
import type { ExportIntent, Prisma } from "@/lib/generated/prisma/client";
import { Interruption } from "@/lib/sync/interruption";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

export type DecisionRequest = {
  accountId: string;
  connectionId: string;
  workOrderIds: readonly string[];
  actor: string;
  /** Only what would happen is wanted: everything is done as always, and undone. */
  isTrial?: boolean;
};

/** A work order a person decides about, locked, with the export that counts. */
export type Scene = { tx: Prisma.TransactionClient; connection: ExportConnection; /** All of the account. */ connections: readonly ExportConnection[]; workOrder: WorkOrderDetail; intent: ExportIntent | null; actor: string; now: Date };

/** Work orders one request may decide about. */
const MOST = 1_000;

/**
 * Does what a person decided with each work order by itself, in a transaction of its own: one that it is not possible with keeps no other from it.
 * @throws AppError not_connected when the connection is not one of the account that exports
 */
export async function decideEach(engine: ExportEngine, { accountId, connectionId, workOrderIds, actor, isTrial = false }: DecisionRequest, decide: (scene: Scene) => Promise<"done" | "unchanged">): Promise<BulkResult[]> {
  const connection = await readExportConnection(engine.db, engine.findConnector, connectionId, engine.timing.now());
  if (connection?.accountId !== accountId) throw new AppError("not_connected", { kind: "config" });
  const connections = await listExportConnections(engine.db, engine.findConnector, accountId, engine.timing.now());
  const results: BulkResult[] = [];
  for (const id of [...new Set(workOrderIds)].slice(0, MOST)) results.push(await decideOne(engine, { connection, connections, id, actor, isTrial }, decide));
  return results;
}

type One = { connection: ExportConnection; connections: readonly ExportConnection[]; id: string; actor: string; isTrial: boolean };

/** Ends the transaction of a trial without a trace. */
class TrialEnded extends Error {
  constructor(readonly outcome: "done" | "unchanged") {
    super("It was only to be tried");
  }
}

async function decideOne(engine: ExportEngine, { connection, connections, id, actor, isTrial }: One, decide: (scene: Scene) => Promise<"done" | "unchanged">): Promise<BulkResult> {
  const { accountId } = connection;
  let number: string | null = null;
  try {
    const outcome = await engine.db.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM work_order WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid FOR NO KEY UPDATE`;
      const workOrder = await readWorkOrder({ prisma: tx }, accountId, id);
      number = workOrder.number;
      const intent = await findNewestIntent(tx, { accountId, connectionId: connection.id, workOrderId: id });
      const decided = await decide({ tx, connection, connections, workOrder, intent, actor, now: engine.timing.now() });
      if (isTrial) throw new TrialEnded(decided);
      return decided;
    });
    return { id, number, outcome };
  } catch (thrown) {
    if (thrown instanceof TrialEnded) return { id, number, outcome: thrown.outcome };
    // A worker was quicker: what was decided about is no longer there.
    const error = thrown instanceof Interruption ? notPossible(connection, "sending") : thrown;
    if (!(error instanceof AppError) || error.kind === "system") throw error;
    return { id, number, outcome: "refused", code: error.code, params: { vendor: connection.vendorName, ...error.params } };
  }
}

/** Why nothing can be decided about an export that is under way or booked. */
export async function notNow({ tx, connection }: Scene, intent: ExportIntent): Promise<AppError> {
  switch (intent.state) {
    case "finished": {
      const document = await tx.exportedDocument.findUnique({ where: { intentId: intent.id, accountId: intent.accountId } });
      return notPossible(connection, findEnd(document) === null ? "done" : "gone");
    }
    case "uncertain":
      return notPossible(connection, "uncertain");
    case "needs_review":
      return notPossible(connection, "needsReview");
    case "sending":
    case "sent":
      return notPossible(connection, "sending");
    case "pending":
    case "rejected":
    case "dismissed":
      return notPossible(connection, "other");
    default:
      return assertNever(intent.state);
  }
}

/** @param reason one of the select of `errors.export_not_possible.message` */
export function notPossible({ vendorName }: ExportConnection, reason: string): AppError {
  return new AppError("export_not_possible", { kind: "config", params: { vendor: vendorName, reason } });
}
