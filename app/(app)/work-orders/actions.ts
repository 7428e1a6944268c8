"use server";

import { z } from "zod";
import { announceExport } from "@/inngest/request-export";
import { plannerAction } from "@/lib/actions/action-client";
import { database } from "@/lib/db";
import { changeStatus } from "@/lib/work-orders/change-status";
import { changeWorkStatus } from "@/lib/work-orders/change-work-status";
import { completeWorkOrder } from "@/lib/work-orders/complete-work-order";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { updateWorkOrder } from "@/lib/work-orders/update-work-order";
import { workOrderInputSchema } from "@/lib/work-orders/work-order-input";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";

const version = z.number().int().min(1);
const many = z.array(z.uuid()).min(1).max(500);

/** Creates a work order, or changes the one of this version. Answers how many fields have really changed, and the revision it became. */
export const saveWorkOrder = plannerAction
  .metadata({ action: "work-order.saved" })
  .inputSchema(z.object({ workOrder: z.object({ id: z.uuid(), version }).nullable(), input: workOrderInputSchema, confirmedRevision: z.boolean() }))
  .action(async ({ parsedInput: { workOrder, input, confirmedRevision }, ctx: { session } }) => {
    const { accountId, name: actor } = session;
    if (workOrder === null) {
      const { id, number } = await createWorkOrder(database(), { accountId, actor, origin: "office", input });
      return { id, number, changes: null, revision: null };
    }
    const { changes, revision } = await updateWorkOrder(database(), { accountId, actor, ...workOrder, input, confirmedRevision });
    const { number } = await database().prisma.workOrder.findUniqueOrThrow({ where: { id: workOrder.id, accountId }, select: { number: true } });
    return { id: workOrder.id, number, changes: changes.length, revision: confirmedRevision ? revision : null };
  });

/** Completes one: its end date and work status first, so that what goes out is right. */
export const complete = plannerAction
  .metadata({ action: "work-order.completed" })
  .inputSchema(z.object({ id: z.uuid(), version, endDate: z.iso.date(), workStatusId: z.uuid().nullable() }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { results, dueIn } = await completeWorkOrder(database(), { accountId: session.accountId, actor: session.name, ...parsedInput });
    await Promise.all(dueIn.map(announceExport));
    return results;
  });

/** Sets the status of one or many. */
export const setStatus = plannerAction
  .metadata({ action: "work-order.status-changed" })
  .inputSchema(z.object({ ids: many, status: z.enum(workOrderStatuses) }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { results, dueIn } = await changeStatus(database(), { accountId: session.accountId, actor: session.name, ...parsedInput });
    await Promise.all(dueIn.map(announceExport));
    return results;
  });

/** Sets the work status of one or many. */
export const setWorkStatus = plannerAction
  .metadata({ action: "work-order.work-status-changed" })
  .inputSchema(z.object({ ids: many, workStatusId: z.uuid().nullable() }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { results, dueIn } = await changeWorkStatus(database(), { accountId: session.accountId, actor: session.name, ...parsedInput });
    await Promise.all(dueIn.map(announceExport));
    return results;
  });
