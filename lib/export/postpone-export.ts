import { assertNever } from "@/lib/assert";
import type { AppError, ErrorCode } from "@/lib/errors";
import type { ExportConnection } from "@/lib/export/export-connection";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson, type JournalEvent } from "@/lib/export/journal";
import { logWaiting } from "@/lib/export/log-export";
import { Prisma } from "@/lib/generated/prisma/client";
import { logger } from "@/lib/logger";

/** A person must do something before any export of the connection can succeed; the same as for a sync. */
const needAction: readonly ErrorCode[] = ["credentials_refused", "authentication_expired", "no_administration", "missing_rights", "administration_missing", "not_connected"];
/** Nothing else can be sent either, for the moment. */
export const concernsAll: readonly ErrorCode[] = ["vendor_unreachable", "vendor_rate_limited"];

export const isForPerson = (error: AppError) => needAction.includes(error.code);

/** The delay of the n-th try, from 0; the last one holds for all later ones. */
export function delayOf(delays: readonly number[], tries: number): number {
  return delays[tries] ?? delays.at(-1) ?? 0;
}

/**
 * Something kept the intent from going on. Nothing stands at the vendor that did not before: a pending one stays pending, one whose outcome is
 * open stays so, and both are tried again later. What a person must settle makes the connection wait for them, and nobody is at fault meanwhile.
 * @param answer only from `sending`: the vendor's answer, which proves that this try did not arrive, and when an earlier one may have left
 */
export async function postponeExport(held: HeldIntent, error: AppError, answer: { detail: Prisma.InputJsonObject; formerSendingAt: Date | null } | null = null): Promise<void> {
  const { intent, engine } = held;
  const now = held.now();
  const tries = intent.state === "pending" || intent.state === "sending" ? intent.attempts : intent.lookUps;
  const waitsUntil = isForPerson(error) ? null : new Date(now.getTime() + (error.retryAfterMs ?? delayOf(engine.timing.exportRetryDelays, Math.max(0, tries - (intent.state === "sending" ? 1 : 0)))));
  const to = nextState(intent.state, answer !== null);
  const waitsFor = toJson({ code: error.code, params: error.params });
  if (error.kind === "system") logger.error({ err: error.cause ?? error, code: error.code, intentId: intent.id }, "An export failed unexpectedly and is tried again");
  await held.write(async (tx) => {
    await held.move(tx, { to, event: postponedEvent(intent.state), detail: answer?.detail ?? { error: toJson({ ...waitsFor, detail: error.detail }) }, changes: { waitsUntil, waitsFor, ...counted(held), ...(answer ? { sendingAt: answer.formerSendingAt } : {}) } });
    if (isForPerson(error)) await needPerson(tx, held.connection, error);
    // A look-up that fails holds up nothing but itself.
    if (to === "pending" && concernsAll.includes(error.code) && waitsUntil) await holdOthers(tx, held, waitsUntil, waitsFor);
    if (intent.waitsFor === null || isForPerson(error)) {
      const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: intent.workOrderId, accountId: held.connection.accountId }, select: { id: true, number: true } });
      await logWaiting(tx, { connection: held.connection, workOrder, at: now, exchanges: held.exchanges }, error, { isUncertain: to === "uncertain" });
    }
  });
}

function nextState(state: HeldIntent["intent"]["state"], isProven: boolean) {
  switch (state) {
    case "pending":
      return "pending";
    case "sending":
      return isProven ? "pending" : "uncertain";
    case "uncertain":
    case "sent":
      return state;
    case "finished":
    case "rejected":
    case "needs_review":
    case "dismissed":
      throw new Error(`An export that is ${state} is settled`);
    default:
      return assertNever(state);
  }
}

const postponedEvent = (state: HeldIntent["intent"]["state"]): JournalEvent => (state === "sending" ? "send.answered" : "export.postponed");

function counted({ intent }: HeldIntent): Prisma.ExportIntentUpdateManyMutationInput {
  if (intent.state === "sending") return {};
  return intent.state === "pending" ? { attempts: { increment: 1 } } : { lookUps: { increment: 1 } };
}

/** The connection waits until a person has done something about it. */
export async function needPerson(tx: Prisma.TransactionClient, connection: Pick<ExportConnection, "id" | "accountId">, error: AppError): Promise<void> {
  await tx.connection.updateMany({ where: { id: connection.id, accountId: connection.accountId, state: "connected" }, data: { state: "action_required", stateReason: error.code } });
}

/** The rest of the connection need not find out one by one. */
async function holdOthers(tx: Prisma.TransactionClient, { connection, intent }: HeldIntent, waitsUntil: Date, waitsFor: Prisma.InputJsonObject): Promise<void> {
  await tx.exportIntent.updateMany({
    where: { connectionId: connection.id, id: { not: intent.id }, state: "pending", OR: [{ waitsUntil: null }, { waitsUntil: { lt: waitsUntil } }] },
    data: { waitsUntil, waitsFor },
  });
}
