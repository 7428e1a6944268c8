import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { makeDue } from "@/lib/export/make-due";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderOrigin, WorkOrderStatus } from "@/lib/generated/prisma/enums";
import { insertWorkOrders, type NewWorkOrder } from "@/lib/work-orders/insert-work-orders";
import { readAccountYear, takeNumber } from "@/lib/work-orders/take-number";
import { contentOfInput } from "@/lib/work-orders/work-order-content";
import { addWorkOrderEvents } from "@/lib/work-orders/work-order-events";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";

export type Creation = {
  accountId: string;
  /** Name of the person; null: other software. */
  actor: string | null;
  origin: WorkOrderOrigin;
  input: WorkOrderInput;
  /** One from outside is kept; without it, the next of the account and year. */
  number?: string;
  status?: WorkOrderStatus;
  workStatusId?: string | null;
  now?: Date;
};

export type Created = {
  id: string;
  number: string;
  revision: number;
  /** The connection to which it is to be exported at once, to be announced; null: it does not go out by itself now. */
  dueIn: string | null;
};

/**
 * Creates a work order. One that is complete at once becomes due in the same transaction, if it is to be exported.
 * @throws AppError invalid_input for a number the account already has, or a work status it has not
 */
export async function createWorkOrder(db: Database, creation: Creation): Promise<Created> {
  return db.prisma.$transaction(async (tx) => {
    const created = await insertWorkOrder(tx, creation);
    if (!created) throw new AppError("invalid_input", { kind: "config", params: { field: "number" } });
    return created;
  });
}

/** The same in the transaction of the caller; null where the account already has that number. */
export async function insertWorkOrder(tx: Prisma.TransactionClient, creation: Creation): Promise<Created | null> {
  const { accountId, actor, origin, input, status = "ready", workStatusId = null, now = new Date() } = creation;
  await requireWorkStatus(tx, accountId, workStatusId);
  const completedAt = isDone(status) ? now : null;
  const head = { id: randomUUID(), accountId, status, workStatusId, origin, completedAt, createdAt: now, content: contentOfInput(input) };
  const number = creation.number === undefined ? await insertNumbered(tx, head) : await insertAs(tx, head, creation.number);
  if (number === null) return null;
  await addWorkOrderEvents(tx, [{ accountId, workOrderId: head.id, actor, event: { kind: "created", origin } }]);
  const due = status === "complete" ? await makeDue(tx, { accountId, workOrderId: head.id, trigger: "completion", requestedBy: actor, now }) : null;
  return { id: head.id, number, revision: 1, dueIn: due?.connectionId ?? null };
}

/** Whether the work is done, so that it has a moment of completion. */
export function isDone(status: WorkOrderStatus): boolean {
  return status === "complete" || status === "handled";
}

/** @throws AppError invalid_input for a work status of another account, or none at all */
async function requireWorkStatus(tx: Prisma.TransactionClient, accountId: string, workStatusId: string | null): Promise<void> {
  if (workStatusId === null) return;
  const found = await tx.workStatus.count({ where: { id: workStatusId, accountId } });
  if (found === 0) throw new AppError("invalid_input", { kind: "config", params: { field: "workStatus" } });
}

type Unnumbered = Omit<NewWorkOrder, "number">;

/** Numbers that came from outside may be in the way: then the next one is taken. */
async function insertNumbered(tx: Prisma.TransactionClient, head: Unnumbered): Promise<string> {
  const year = await readAccountYear(tx, head.accountId, head.createdAt);
  for (;;) {
    const number = await insertAs(tx, head, await takeNumber(tx, head.accountId, year));
    if (number !== null) return number;
  }
}

async function insertAs(tx: Prisma.TransactionClient, head: Unnumbered, number: string): Promise<string | null> {
  const written = await insertWorkOrders(tx, [{ ...head, number }]);
  return written.has(head.id) ? number : null;
}
