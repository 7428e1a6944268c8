import { importKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import { coveredKinds } from "@/lib/sync/covered-kinds";
import type { FindConnector } from "@/lib/sync/engine";
import { requestRun } from "@/lib/sync/request-run";

type Asking = { connectionId: string; vendor: string; trigger: SyncTrigger; kinds: RecordKind[] };

/**
 * Answers the question of the deactivation guard with yes: asks for the same imports again, this time allowed to
 * deactivate. They are read completely; edits made here stay unless the first run was started by hand.
 * @throws AppError run_not_found when the run asks nothing, and what {@link requestRun} throws
 */
export async function confirmGuard(
  db: Database,
  { accountId, runId, requestedBy }: { accountId: string; runId: string; requestedBy: string },
  findConnector: FindConnector = findRegisteredConnector,
): Promise<{ runId: string }> {
  const { rows } = await db.pool.query<Asking>(
    `SELECT run.connection_id AS "connectionId", connection.vendor, run.trigger, array_agg(import.kind::text) AS kinds
     FROM sync_run run JOIN connection ON connection.id = run.connection_id JOIN sync_run_import import ON import.run_id = run.id
     WHERE run.account_id = $1 AND run.id = $2 AND import.guard IS NOT NULL GROUP BY run.id, connection.vendor`,
    [accountId, runId],
  );
  const [asking] = rows;
  if (!asking) throw new AppError("run_not_found", { kind: "config" });
  const retrievals = findConnector(asking.vendor)?.retrievals ?? [];
  // What comes along with an import (delivery addresses) is read by asking for that import.
  const kinds = importKinds.filter((kind) => asking.kinds.includes(kind) || retrievals.some((one) => asking.kinds.some((asked) => bringsAlong(one, kind, asked))));
  const trigger = asking.trigger === "manual" ? "manual" : "nightly";
  const { runId: next } = await requestRun(db, { accountId, connectionId: asking.connectionId, trigger, kinds, confirmedKinds: asking.kinds, requestedBy }, findConnector);
  return { runId: next };
}

function bringsAlong(retrieval: Parameters<typeof coveredKinds>[0], kind: RecordKind, asked: RecordKind): boolean {
  return !importKinds.some((one) => one === asked) && coveredKinds(retrieval, [kind]).includes(asked);
}
