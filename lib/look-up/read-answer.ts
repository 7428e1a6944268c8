import { z } from "zod";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { recordTables } from "@/lib/sync/record-tables";

/**
 * What came of asking the vendor for a record:
 * - `unchanged`: it is as it was last brought in; `keepsEdits`: what people have changed here stays
 * - `changed`: these fields of it, and so many records that hang under it
 * - `back`: it was inactive, and is in use again
 * - `left`: it is not in use any more, for this reason (`gone`: the vendor no longer has it)
 * - `kept`: the vendor has it otherwise now, but it cannot be brought in for this reason; the last good version stays
 * - `switchedOff`: nothing of its kind is imported
 */
export type LookUpAnswer =
  | { state: "unchanged"; keepsEdits: boolean }
  | { state: "changed"; fields: string[]; below: number }
  | { state: "back"; fields: string[] }
  | { state: "left"; reason: string }
  | { state: "kept"; reason: string }
  | { state: "switchedOff" };

type Question = { accountId: string; kind: ImportKind; id: string; connection: { id: string; administration: string | null }; externalId: string; runId: string | null; changed: number };

const standing = z.tuple([z.object({ active: z.boolean(), inactiveReason: z.string().nullable(), skipReason: z.string().nullable(), isEdited: z.boolean() })]);
const fields = z.array(z.object({ field: z.string() }));

/** Reads from the record and its history what writing the vendor's answer has done. */
export async function readAnswer({ pool, prisma }: Database, { accountId, kind, id, connection, externalId, runId, changed }: Question): Promise<LookUpAnswer> {
  const { rows } = await pool.query(
    `SELECT local.active, local.inactive_reason AS "inactiveReason", skipped.reason AS "skipReason", EXISTS (SELECT FROM local_edit WHERE account_id = $1 AND local_id = local.id) AS "isEdited"
     FROM ${recordTables[kind].table} local LEFT JOIN skipped_record skipped
       ON skipped.account_id = $1 AND skipped.connection_id = $3 AND skipped.administration = $4 AND skipped.kind = $5 AND skipped.external_id = $6
     WHERE local.account_id = $1 AND local.id = $2`,
    [accountId, id, connection.id, connection.administration ?? "", kind, externalId],
  );
  const [{ active, inactiveReason, skipReason, isEdited }] = standing.parse(rows);
  const steps = runId === null ? [] : await prisma.recordChange.findMany({ where: { accountId, localId: id, runId }, select: { what: true, changes: true } });
  const names = steps.flatMap((step) => fields.parse(step.changes).map(({ field }) => field));
  if (!active) return { state: "left", reason: inactiveReason ?? "gone" };
  if (skipReason !== null) return { state: "kept", reason: skipReason };
  if (steps.some(({ what }) => what === "reactivated")) return { state: "back", fields: names };
  if (changed > 0) return { state: "changed", fields: names, below: changed - Math.min(1, steps.length) };
  return { state: "unchanged", keepsEdits: isEdited };
}
