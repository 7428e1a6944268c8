import type { ClientBase } from "pg";
import { readFollowUps } from "@/lib/export/stored-follow-ups";
import { readOutcome, readWaitsFor } from "@/lib/export/stored-outcome";
import type { DocumentState, ExportState } from "@/lib/generated/prisma/enums";
import type { IntentFact } from "@/lib/issues/facts";

/** More than a person can look at; an issue counts no further. */
const MOST = 5_000;

type Row = Omit<IntentFact, "workOrder" | "waitsFor" | "problems" | "followUps"> & { workOrderId: string; number: string; state: ExportState; documentState: DocumentState | null; waitsFor: unknown; problem: unknown; followUps: unknown };

const columns = `intent.work_order_id AS "workOrderId", work_order.number, intent.state::text, intent.attempts, intent.ticket, intent.requested_at AS "requestedAt", intent.sending_at AS "sendingAt",
  intent.finished_at AS "finishedAt", intent.document_number AS "documentNumber", intent.document_url AS "documentUrl", document.state::text AS "documentState",
  intent.waits_for AS "waitsFor", intent.problem, intent.follow_ups AS "followUps"`;
const tables = `export_intent intent JOIN work_order ON work_order.id = intent.work_order_id LEFT JOIN work_status ON work_status.id = work_order.work_status_id
  LEFT JOIN exported_document document ON document.intent_id = intent.id`;

/** Under way, and something is in their way or open. */
const unsettled = `intent.state IN ('sending', 'uncertain', 'needs_review') OR (intent.state IN ('pending', 'sent') AND intent.waits_for IS NOT NULL)`;

/** Refused, and nobody has corrected or asked for anything since: the same rule as the work order's own answer. */
const refused = `intent.state = 'rejected' AND intent.problem IS NOT NULL AND (work_order.revision > 1 OR work_status.purpose = 'error')
  AND NOT EXISTS (SELECT FROM export_intent other WHERE other.work_order_id = intent.work_order_id
    AND (other.state NOT IN ('rejected', 'dismissed') OR (other.connection_id = intent.connection_id AND (other.requested_at, other.id) > (intent.requested_at, intent.id))))`;

/** Booked, and what follows was refused or is not certain. */
const followedBadly = `intent.state = 'finished' AND (intent.follow_ups @> '[{"state": "failed"}]' OR intent.follow_ups @> '[{"state": "uncertain"}]')`;

/** The exports of a connection with which something may be wrong, the newest first. Each way is read by itself, so that it uses its index. */
export async function readIntentFacts(client: ClientBase, connectionId: string): Promise<IntentFact[]> {
  const select = (condition: string) => `SELECT ${columns} FROM ${tables} WHERE intent.connection_id = $1 AND (${condition})`;
  const { rows } = await client.query<Row>(`${[unsettled, refused, followedBadly].map(select).join(" UNION ALL ")} ORDER BY "requestedAt" DESC, "workOrderId" LIMIT ${MOST}`, [connectionId]);
  return rows.map(({ workOrderId, number, waitsFor, problem, followUps, ...intent }) => ({
    ...intent,
    workOrder: { id: workOrderId, number },
    waitsFor: readWaitsFor(waitsFor),
    problems: readOutcome(problem).problems,
    followUps: readFollowUps(followUps),
  }));
}
