import { referenceHead, writeReference } from "@/lib/export/document/write-reference";
import type { ExportConnection } from "@/lib/export/export-connection";
import { toJson } from "@/lib/export/journal";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ExportTrigger } from "@/lib/generated/prisma/enums";

/** A work order that goes out. */
export type DueWorkOrder = { id: string; number: string; revision: number; projectNumber: string | null; externalProjectNumber: string | null };
export type IntentRequest = { trigger: ExportTrigger; requestedBy: string | null; now: Date };

/** Most tries to find a reference that no other work order of the connection has. */
const MOST_TAKEN = 20;

/**
 * Writes the intents of work orders with their references; one that has a living intent meanwhile is left out. A revision that was sent or
 * tried before keeps its reference, so that whatever stands at the vendor is found by it.
 * Out: id of the intent by id of the work order.
 */
export async function writeIntents(tx: Prisma.TransactionClient, connection: ExportConnection, workOrders: readonly DueWorkOrder[], { trigger, requestedBy, now }: IntentRequest): Promise<Map<string, string>> {
  if (workOrders.length === 0) return new Map();
  const references = await findReferences(tx, connection, workOrders);
  const rows = workOrders.map((workOrder) => ({ id: workOrder.id, revision: workOrder.revision, reference: references.get(workOrder.id) ?? workOrder.number }));
  const written = await tx.$queryRaw<{ id: string; workOrderId: string }[]>`
    INSERT INTO export_intent (account_id, connection_id, work_order_id, administration, revision, reference, trigger, requested_by, requested_at)
    SELECT ${connection.accountId}::uuid, ${connection.id}::uuid, id, ${connection.administration ?? ""}, revision, reference, ${trigger}::export_trigger, ${requestedBy},
      -- The newest intent of a work order is the one that counts, so no two are of the same moment.
      greatest(${now}, (SELECT max(requested_at) + interval '1 millisecond' FROM export_intent earlier WHERE earlier.work_order_id = due.id))
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS due (id uuid, revision int, reference text)
    ON CONFLICT DO NOTHING RETURNING id, work_order_id AS "workOrderId"`;
  await tx.exportJournal.createMany({
    data: written.map(({ id, workOrderId }) => ({
      accountId: connection.accountId, intentId: id, event: "intent.created", actor: requestedBy, fence: 0,
      detail: toJson({ trigger, reference: references.get(workOrderId), administration: connection.administration ?? "" }),
    })),
  });
  return new Map(written.map(({ id, workOrderId }) => [workOrderId, id]));
}

type Known = { workOrderId: string; revision: number; reference: string };

async function findReferences(tx: Prisma.TransactionClient, connection: ExportConnection, workOrders: readonly DueWorkOrder[]): Promise<Map<string, string>> {
  const { options, exporter } = connection;
  const wished = new Map(workOrders.map((workOrder) => [workOrder.id, writeReference(workOrder, options.referenceFormat, workOrder.revision, exporter.referenceLength)]));
  const known = await tx.$queryRaw<Known[]>`
    SELECT DISTINCT work_order_id AS "workOrderId", revision, reference FROM export_intent
    WHERE connection_id = ${connection.id}::uuid
      AND (work_order_id = ANY(${workOrders.map(({ id }) => id)}::uuid[]) OR reference = ANY(${[...wished.values()]}::text[]))`;
  const found = new Map<string, string>();
  for (const workOrder of workOrders) {
    const own = known.find((one) => one.workOrderId === workOrder.id && one.revision === workOrder.revision);
    const wish = wished.get(workOrder.id) ?? workOrder.number;
    const isTaken = (reference: string) => known.some((one) => one.reference === reference && one.workOrderId !== workOrder.id) || [...found.values()].includes(reference);
    found.set(workOrder.id, own?.reference ?? firstFree(wish, workOrder, isTaken));
  }
  return found;
}

/** Numbers from outside can read like a revision of another one; then a further mark tells them apart. */
function firstFree(wish: string, { number, revision }: DueWorkOrder, isTaken: (reference: string) => boolean): string {
  if (!isTaken(wish)) return wish;
  for (let mark = 2; mark < MOST_TAKEN; mark += 1) {
    const reference = `${referenceHead(number, revision)}/${mark}`;
    if (!isTaken(reference)) return reference;
  }
  return wish;
}
