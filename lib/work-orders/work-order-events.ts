import { z } from "zod";
import { documentStates } from "@/lib/connectors/document-state";
import type { Prisma } from "@/lib/generated/prisma/client";
import { WorkOrderOrigin, WorkOrderStatus } from "@/lib/generated/prisma/enums";

const text = z.string().nullable();

/** A field (`workOrders.field.<field>`) that was changed; `code` is that of the line it belongs to. Values are texts; null is empty. */
const fieldChange = z.object({ field: z.string(), position: z.number().int().nullable(), code: text, before: text, after: text });
export type FieldChange = z.infer<typeof fieldChange>;

/** What can happen to a work order, each with a sentence `workOrders.event.<kind>`. */
const eventContent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("created"), origin: z.enum(WorkOrderOrigin) }),
  z.object({ kind: z.literal("changed"), changes: z.array(fieldChange) }),
  z.object({ kind: z.literal("statusChanged"), before: z.enum(WorkOrderStatus), after: z.enum(WorkOrderStatus) }),
  /** The names at that time; null: none. */
  z.object({ kind: z.literal("workStatusChanged"), before: text, after: text }),
  /** Changed although it had been exported: from now on this revision is not at the vendor. */
  z.object({ kind: z.literal("revised"), revision: z.number().int(), documentNumber: z.string() }),
  /** Its document was deleted or cancelled at the vendor, and somebody has another one made: this revision. */
  z.object({ kind: z.literal("askedAnew"), vendorName: z.string(), documentNumber: z.string(), revision: z.number().int() }),
  z.object({ kind: z.literal("exported"), vendorName: z.string(), documentNumber: z.string(), documentUrl: text, administration: z.string() }),
  z.object({ kind: z.literal("exportRefused"), vendorName: z.string() }),
  /** The document stands otherwise at the vendor than it did before. */
  z.object({ kind: z.literal("documentChanged"), vendorName: z.string(), documentNumber: z.string(), state: z.enum(documentStates) }),
  /** The vendor has given the customer this number. */
  z.object({ kind: z.literal("customerCreated"), vendorName: z.string(), debtorNumber: z.string() }),
]);
export type WorkOrderEventContent = z.infer<typeof eventContent>;

/** `at` is an ISO text in UTC; without an actor, the system did it. */
export type WorkOrderEvent = { id: string; at: string; actor: string | null } & WorkOrderEventContent;

export type Happening = { accountId: string; workOrderId: string; actor: string | null; /** Default: now. */ at?: Date; event: WorkOrderEventContent };

/** Adds what happened to work orders, in order, in the transaction of the caller. */
export async function addWorkOrderEvents(tx: Prisma.TransactionClient, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return;
  const rows = happenings.map(({ event: { kind, ...detail }, ...happening }) => ({ ...happening, kind, detail }));
  // A millisecond apart, as one statement takes none: they are read in the order of their time.
  await tx.$executeRaw`
    INSERT INTO work_order_event (account_id, work_order_id, at, kind, actor, detail)
    SELECT "accountId", "workOrderId", coalesce(at, clock_timestamp()) + interval '1 millisecond' * row_number() OVER (PARTITION BY "workOrderId" ORDER BY place), kind, actor, detail
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ("accountId" uuid, "workOrderId" uuid, at timestamptz, kind text, actor text, detail jsonb))
      WITH ORDINALITY AS row ("accountId", "workOrderId", at, kind, actor, detail, place)`;
}

/** A stored row as an event. */
export function readEvent(row: { id: string; at: Date; kind: string; actor: string | null; detail: unknown }): WorkOrderEvent {
  const detail = z.record(z.string(), z.unknown()).parse(row.detail);
  return { id: row.id, at: row.at.toISOString(), actor: row.actor, ...eventContent.parse({ ...detail, kind: row.kind }) };
}
