import type { HeldIntent } from "@/lib/export/held-intent";
import type { ExportConnection } from "@/lib/export/export-connection";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isLocale } from "@/lib/i18n/locales";
import { addWorkOrderEvents, type WorkOrderEventContent } from "@/lib/work-orders/work-order-events";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";

type Told = { connection: ExportConnection; workOrderId: string; at: Date; actor: string | null };

/** The document is at the vendor: the work order is Handled and carries the work status that the settings name. */
export async function tellExported(tx: Prisma.TransactionClient, told: Told, document: { number: string; url: string | null; administration: string }): Promise<void> {
  const { connection } = told;
  const { statusAfterId } = connection.options;
  const statusAfter = statusAfterId === null ? null : await tx.workStatus.findFirst({ where: { id: statusAfterId, accountId: connection.accountId }, select: { id: true } });
  await changeStanding(tx, told, { status: "handled", ...(statusAfter ? { workStatusId: statusAfter.id } : {}) }, {
    kind: "exported", vendorName: connection.vendorName, documentNumber: document.number, documentUrl: document.url, administration: document.administration,
  });
}

/** It was refused, or cannot be sent as it is: it carries the account's error status until somebody has corrected it. */
export async function tellRefused(tx: Prisma.TransactionClient, told: Told): Promise<void> {
  const { accountId, vendor, vendorName, locale } = told.connection;
  const { errorId } = await ensureVendorWorkStatuses(tx, { accountId, vendor, vendorName, locale: isLocale(locale) ? locale : "nl" });
  await changeStanding(tx, told, { workStatusId: errorId }, { kind: "exportRefused", vendorName });
}

/** A person has it sent again: it carries the work status that sends. */
export async function tellAsked(tx: Prisma.TransactionClient, told: Told): Promise<void> {
  const { trigger } = told.connection;
  if (trigger) await changeStanding(tx, told, { workStatusId: trigger.id }, null);
}

type Standing = { status?: "handled"; workStatusId?: string };

/** Writes only what is another one than before, with an event for each. */
async function changeStanding(tx: Prisma.TransactionClient, { connection: { accountId }, workOrderId, at, actor }: Told, standing: Standing, event: WorkOrderEventContent | null): Promise<void> {
  const before = await tx.workOrder.findUniqueOrThrow({ where: { id: workOrderId, accountId }, select: { status: true, workStatusId: true, workStatus: { select: { name: true } } } });
  const status = standing.status ?? before.status;
  const workStatusId = standing.workStatusId ?? before.workStatusId;
  const events: WorkOrderEventContent[] = event ? [event] : [];
  if (status !== before.status) events.push({ kind: "statusChanged", before: before.status, after: status });
  if (workStatusId !== before.workStatusId) {
    const after = workStatusId === null ? null : await tx.workStatus.findUniqueOrThrow({ where: { id: workStatusId, accountId }, select: { name: true } });
    events.push({ kind: "workStatusChanged", before: before.workStatus?.name ?? null, after: after?.name ?? null });
  }
  if (status !== before.status || workStatusId !== before.workStatusId) {
    await tx.workOrder.update({ where: { id: workOrderId, accountId }, data: { status, workStatusId, version: { increment: 1 }, updatedAt: at } });
  }
  await addWorkOrderEvents(tx, events.map((content) => ({ accountId, workOrderId, actor, event: content })));
}

/** What of a held intent is told to its work order. */
export function toldOf(held: HeldIntent): Told {
  return { connection: held.connection, workOrderId: held.intent.workOrderId, at: held.now(), actor: null };
}
