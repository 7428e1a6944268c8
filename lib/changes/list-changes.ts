import { z } from "zod";
import type { ImportKind, RecordKind } from "@/lib/connectors/record-kinds";
import { findConnector } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import { recordTables } from "@/lib/sync/record-tables";

const changes = z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }));

const row = z.object({
  id: z.uuid(),
  at: z.date(),
  kind: z.enum(["relations", "deliveryAddresses", "contacts", "categories", "materials", "hourTypes", "warehouses", "employees"] satisfies RecordKind[]),
  localId: z.uuid(),
  /** What hangs under the record by its name; null: the record itself. */
  label: z.string().nullable(),
  /** `created`: made by an import or an export; `linked`: it was here before, and was found by its number. */
  what: z.enum(["created", "linked", "changed", "deactivated", "reactivated"]),
  source: z.enum(["sync", "webhook", "lookUp", "hand", "export"]),
  /** Name of the vendor; null where a person did it here, or the run is no longer kept. */
  vendor: z.string().nullable().transform((vendor) => (vendor === null ? null : (findConnector(vendor)?.manifest.name ?? vendor))),
  reason: z.string().nullable(),
  /** The sync to look at; null: there is none, or it is no longer kept. */
  runId: z.uuid().nullable(),
  /** The work order whose export did it; null: none did. */
  workOrder: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** Who did it or asked for it; null: nobody. */
  actor: z.string().nullable(),
  changes,
});

/** One step in the history of a record, or of what hangs under it. */
export type RecordStep = z.infer<typeof row>;

/** `next`: the cursor of what is older, null at the end. */
export type RecordHistory = { steps: RecordStep[]; next: string | null };

type Wanted = { accountId: string; kind: ImportKind; localId: string; cursor?: string | null; limit?: number };

const cursorForm = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** What hangs under a relation and has its history there too. */
const below = ["deliveryAddresses", "contacts"] as const;

/**
 * A page of a record's history, newest first: what changed it, and when it was brought in. A relation's has that of its delivery addresses and contact
 * persons too, but not that they came along with it. A cursor that is not one of ours begins at the top.
 */
export async function listChanges({ pool }: Database, { accountId, kind, localId, cursor = null, limit = 10 }: Wanted): Promise<RecordHistory> {
  const place = cursorForm.safeParse(cursor?.split(","));
  const { rows } = await pool.query(
    `WITH subject AS MATERIALIZED (
       SELECT $2::uuid AS id, NULL::text AS label
       ${kind === "relations" ? below.map((one) => `UNION ALL SELECT id, coalesce(${one === "contacts" ? "name" : "description, name, code"}) FROM ${recordTables[one].table} WHERE relation_id = $2 AND account_id = $1`).join("\n       ") : ""})
     SELECT step.id, step.at, step.kind::text, step.local_id AS "localId", subject.label, step.what, step.source, step.vendor, step.reason, step.run_id AS "runId", step.work_order AS "workOrder", step.actor, step.changes
     FROM subject CROSS JOIN LATERAL (
       SELECT change.id, change.at, change.kind, change.local_id, change.what::text, change.source::text, connection.vendor, change.reason, run.id AS run_id,
         CASE WHEN work_order.id IS NOT NULL THEN jsonb_build_object('id', work_order.id, 'number', work_order.number) END AS work_order,
         coalesce(change.actor, run.requested_by) AS actor, change.changes
       FROM (SELECT * FROM record_change known WHERE known.local_id = subject.id AND known.account_id = $1 AND ($3::timestamptz IS NULL OR (known.at, known.id) < ($3, $4::uuid))
         ORDER BY known.at DESC, known.id DESC LIMIT $5) AS change
       LEFT JOIN sync_run run ON run.id = change.run_id AND run.account_id = $1
       LEFT JOIN connection ON connection.id = coalesce(run.connection_id, change.connection_id) AND connection.account_id = $1
       LEFT JOIN work_order ON work_order.id = change.work_order_id AND work_order.account_id = $1
       UNION ALL
       SELECT link.id, link.created_at, link.kind, link.local_id, CASE WHEN link.adopted THEN 'linked' ELSE 'created' END, 'sync', connection.vendor, NULL, NULL, NULL, NULL, '[]'
       FROM external_link link JOIN connection ON connection.id = link.connection_id
       WHERE link.local_id = subject.id AND link.account_id = $1 AND ($3::timestamptz IS NULL OR (link.created_at, link.id) < ($3, $4::uuid))
         AND (subject.label IS NULL OR link.created_at > (SELECT min(own.created_at) FROM external_link own WHERE own.local_id = $2))
         -- An export has said itself that it made or linked it.
         AND NOT EXISTS (SELECT FROM record_change said WHERE said.local_id = link.local_id AND said.connection_id = link.connection_id AND said.what IN ('created', 'linked'))) AS step
     ORDER BY step.at DESC, step.id DESC LIMIT $5`,
    [accountId, localId, place.data?.[0] ?? null, place.data?.[1] ?? null, limit + 1],
  );
  const steps = z.array(row).parse(rows);
  const page = steps.slice(0, limit);
  const last = page.at(-1);
  return { steps: page, next: steps.length > limit && last ? `${last.at.toISOString()},${last.id}` : null };
}
