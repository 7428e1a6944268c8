import { assertNever } from "@/lib/assert";
import { AppError } from "@/lib/errors";
import { decideEach, notNow, notPossible, type DecisionRequest, type Scene } from "@/lib/export/decide-each";
import { findConnectionObstacle, findWorkOrderObstacle, type WorkOrderObstacle } from "@/lib/export/eligible";
import type { ExportEngine } from "@/lib/export/engine";
import type { ExportConnection } from "@/lib/export/export-connection";
import { findEnd, revisionAnew } from "@/lib/export/gone-document";
import { toJson, writeJournal } from "@/lib/export/journal";
import { makeDueAll } from "@/lib/export/make-due";
import { tellAsked } from "@/lib/export/settle-work-order";
import { readOutcome } from "@/lib/export/stored-outcome";
import { withdrawYielding, yieldingTo } from "@/lib/export/give-way";
import { moveIntent } from "@/lib/export/transitions";
import { writeIntents } from "@/lib/export/write-intents";
import type { ExportIntent } from "@/lib/generated/prisma/client";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import { addWorkOrderEvents } from "@/lib/work-orders/work-order-events";

/**
 * - `now`: what goes out by itself goes before all else
 * - `again`: one that was refused, or kept out, is tried once more
 * - `revision`: what was changed after its export is sent as a second document
 * - `anew`: what was deleted or cancelled at the vendor is sent as another document
 */
export const exportRequestKinds = ["now", "again", "revision", "anew"] as const;
export type ExportRequestKind = (typeof exportRequestKinds)[number];
export type ExportRequest = Omit<DecisionRequest, "workOrderIds"> & { workOrderIds: readonly string[] | "all"; kind: ExportRequestKind };

/**
 * A person asks for exports; they are sent by `exportNext`. However often it is asked, one export of a work order is under way. `all`: everything
 * that is due or waits.
 * @throws AppError not_connected, no_licence, export_not_possible when the connection cannot export at all
 */
export async function requestExport(engine: ExportEngine, { workOrderIds, kind, ...request }: ExportRequest): Promise<BulkResult[]> {
  const ids = workOrderIds === "all" ? await findAll(engine, request) : workOrderIds;
  return decideEach(engine, { ...request, workOrderIds: ids }, (scene) => {
    requireReady(scene.connection);
    switch (kind) {
      case "now":
        return exportNow(scene);
      case "again":
        return exportAgain(scene);
      case "revision":
        return exportRevision(scene);
      case "anew":
        return exportAnew(scene);
      default:
        return assertNever(kind);
    }
  });
}

async function findAll(engine: ExportEngine, { accountId, connectionId, actor }: Omit<DecisionRequest, "workOrderIds">): Promise<string[]> {
  const own = await engine.db.prisma.connection.count({ where: { id: connectionId, accountId } });
  if (own === 1) await makeDueAll(engine, { connectionId, trigger: "manual", requestedBy: actor });
  const waiting = await engine.db.prisma.exportIntent.findMany({ where: { accountId, connectionId, state: "pending" }, select: { workOrderId: true }, orderBy: [{ requestedAt: "asc" }, { id: "asc" }] });
  return waiting.map(({ workOrderId }) => workOrderId);
}

/** @throws AppError not_connected, no_licence, export_not_possible */
function requireReady(connection: ExportConnection): void {
  const obstacle = findConnectionObstacle(connection);
  const params = { vendor: connection.vendorName };
  switch (obstacle) {
    case null:
      return;
    case "notConnected":
      throw new AppError("not_connected", { kind: "config", params });
    case "licence":
      throw new AppError("no_licence", { kind: "config", params });
    case "credentials":
    case "administration":
    case "switchedOff":
    case "noTrigger":
      throw notPossible(connection, obstacle);
    default:
      return assertNever(obstacle);
  }
}

async function exportNow(scene: Scene): Promise<"done" | "unchanged"> {
  const { intent, connection } = scene;
  if (intent && isLiving(intent)) return hurry(scene, intent);
  if (intent?.state === "dismissed") throw notPossible(connection, "other");
  refuse(scene, obstacleOf(scene));
  return writeManual(scene);
}

async function exportAgain(scene: Scene): Promise<"done" | "unchanged"> {
  const { intent, tx, connection, workOrder, now, actor } = scene;
  if (intent && isLiving(intent)) return hurry(scene, intent);
  const obstacle = obstacleOf(scene);
  // Another work status is set right only where an export was refused or kept out; else somebody has chosen it.
  const isRepeated = intent !== null && (intent.state === "dismissed" || readOutcome(intent.problem).problems.length > 0);
  if (obstacle !== "workStatus" || !isRepeated) refuse(scene, obstacle);
  await tellAsked(tx, { connection, workOrderId: workOrder.id, at: now, actor });
  return writeManual(scene);
}

async function exportRevision(scene: Scene): Promise<"done" | "unchanged"> {
  const { tx, connection, workOrder, intent, actor } = scene;
  if (intent && intent.state !== "finished" && isLiving(intent)) return hurry(scene, intent);
  if (workOrder.revision === 1) throw notPossible(connection, "done");
  refuse(scene, obstacleOf(scene));
  if (intent?.state === "finished") {
    if (intent.revision >= workOrder.revision) return "unchanged";
    await moveIntent(tx, { intent, to: "dismissed", event: "person.superseded", actor, detail: { revision: workOrder.revision, document: intent.documentNumber } });
  }
  return writeManual(scene);
}

/** Another document takes the place of one that is gone: a further revision, although nothing of the work order has changed. */
async function exportAnew(scene: Scene): Promise<"done" | "unchanged"> {
  const { tx, connection, workOrder, intent, actor, now } = scene;
  if (intent && intent.state !== "finished" && isLiving(intent)) return hurry(scene, intent);
  const { accountId } = connection;
  const document = intent && (await tx.exportedDocument.findUnique({ where: { intentId: intent.id, accountId } }));
  if (intent?.state !== "finished" || findEnd(document) === null) throw notPossible(connection, intent?.state === "finished" ? "done" : "other");
  const revision = revisionAnew(workOrder, intent);
  const revised = { ...scene, workOrder: { ...workOrder, revision } };
  refuse(revised, obstacleOf(revised));
  await moveIntent(tx, { intent, to: "dismissed", event: "person.superseded", actor, detail: { revision, document: intent.documentNumber, state: document?.state ?? null } });
  if (revision > workOrder.revision) await tx.workOrder.update({ where: { id: workOrder.id, accountId }, data: { revision, version: { increment: 1 }, updatedAt: now } });
  const event = { kind: "askedAnew" as const, vendorName: connection.vendorName, documentNumber: intent.documentNumber ?? intent.reference, revision };
  await addWorkOrderEvents(tx, [{ accountId, workOrderId: workOrder.id, actor, event }]);
  return writeManual(revised);
}

const isLiving = ({ state }: ExportIntent) => state !== "rejected" && state !== "dismissed";

function obstacleOf({ workOrder, connection }: Scene): WorkOrderObstacle | null {
  return findWorkOrderObstacle({ ...workOrder, completedAt: workOrder.completedAt === null ? null : new Date(workOrder.completedAt) }, connection);
}

function refuse({ connection }: Scene, obstacle: WorkOrderObstacle | null): void {
  if (obstacle !== null) throw notPossible(connection, obstacle);
}

/** One that waits goes at once, before what the schedule found; one whose outcome is open is settled first, whoever asks. */
async function hurry(scene: Scene, intent: ExportIntent): Promise<"done" | "unchanged"> {
  const { tx, actor } = scene;
  if (intent.state !== "pending") throw await notNow(scene, intent);
  if (intent.trigger === "manual" && intent.waitsUntil === null) return "unchanged";
  await tx.exportIntent.updateMany({ where: { id: intent.id, accountId: intent.accountId, state: "pending" }, data: { trigger: "manual", requestedBy: actor, waitsUntil: null } });
  await writeJournal(tx, { accountId: intent.accountId, intentId: intent.id, fence: intent.fence, event: "person.asked", actor, detail: toJson({ waitsUntil: intent.waitsUntil }) });
  return "done";
}

async function writeManual({ tx, connection, connections, workOrder, actor, now }: Scene): Promise<"done" | "unchanged"> {
  await withdrawYielding(tx, { accountId: connection.accountId, workOrderIds: [workOrder.id], connectionIds: yieldingTo(connection, connections) });
  const written = await writeIntents(tx, connection, [workOrder], { trigger: "manual", requestedBy: actor, now });
  if (written.size === 0) throw notPossible(connection, "elsewhere");
  return "done";
}
