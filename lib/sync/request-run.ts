import type { ClientBase } from "pg";
import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import type { ImportKind, RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";
import { kindsForTrigger, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { FindConnector } from "@/lib/sync/engine";
import { inTransaction } from "@/lib/transaction";
import { isLicensed } from "@/lib/sync/licensed";
import { planImports } from "@/lib/sync/plan-imports";

export type RunRequest = {
  accountId: string;
  connectionId: string;
  trigger: SyncTrigger;
  /** Default: every import that is switched on. Imports that are switched off are left out. */
  kinds?: readonly ImportKind[];
  /** Kinds whose deactivation a person has confirmed. */
  confirmedKinds?: readonly RecordKind[];
  /** Name of the person who asked; null: the schedule. */
  requestedBy: string | null;
};

type ConnectionRow = { vendor: string; state: string; administration: string | null; settings: unknown };

/**
 * Asks for a sync. One run waits per connection: a second request joins it, so that both get what they asked for, and
 * the stronger trigger wins (manual, then nightly, then first, then automatic). Edits made here are overwritten only in the imports
 * that were asked for by hand, because only those were named to the person who asked.
 * @throws AppError not_connected, no_licence, administration_missing; invalid_input when none of the imports is switched on
 */
export async function requestRun(db: Database, request: RunRequest, findConnector: FindConnector = findRegisteredConnector): Promise<{ runId: string; joined: boolean }> {
  return inTransaction(db, async (client) => {
    const connection = await lockConnection(client, request);
    const connector = findConnector(connection.vendor);
    if (!connector || connection.state === "disconnected") throw new AppError("not_connected", { kind: "config" });
    if (!(await isLicensed(client, request.accountId, connection.vendor))) throw new AppError("no_licence", { kind: "config" });
    if (connector.manifest.hasAdministrations && connection.administration === null) throw new AppError("administration_missing", { kind: "config" });

    const switchedOn = switchedOnKinds(connection.settings);
    const kinds = kindsForTrigger(connector, (request.kinds ?? switchedOn).filter((kind) => switchedOn.includes(kind)), request.trigger);
    if (kinds.length === 0) throw new AppError("invalid_input", { kind: "config", detail: "None of the imports that were asked for is switched on" });

    const { rows } = await client.query<{ id: string; kinds: ImportKind[]; joined: boolean }>(
      `INSERT INTO sync_run AS run (account_id, connection_id, administration, trigger, kinds, confirmed_kinds, overwrite_kinds, state, requested_by)
       VALUES ($1, $2, $3, $4::sync_trigger, $5::record_kind[], $6::record_kind[], $8::record_kind[], 'waiting', $7)
       ON CONFLICT (connection_id) WHERE state = 'waiting' DO UPDATE SET
         administration = excluded.administration,
         trigger = greatest(run.trigger, excluded.trigger),
         kinds = ARRAY(SELECT DISTINCT unnest(run.kinds || excluded.kinds)),
         confirmed_kinds = ARRAY(SELECT DISTINCT unnest(run.confirmed_kinds || excluded.confirmed_kinds)),
         overwrite_kinds = ARRAY(SELECT DISTINCT unnest(run.overwrite_kinds || excluded.overwrite_kinds)),
         requested_by = coalesce(excluded.requested_by, run.requested_by)
       RETURNING id, kinds::text[] AS kinds, xmax <> 0 AS joined`,
      [
        request.accountId, request.connectionId, connection.administration ?? "", request.trigger, kinds, request.confirmedKinds ?? [], request.requestedBy,
        request.trigger === "manual" ? kinds : [],
      ],
    );
    const [run] = rows;
    if (!run) throw new AppError("unexpected", { kind: "system", detail: "A sync run was neither written nor found" });
    await planImports(client, run.id, connector, run.kinds);
    return { runId: run.id, joined: run.joined };
  });
}

/** Locks the connection, so that requests and claims of one connection come one after the other. */
async function lockConnection(client: ClientBase, { accountId, connectionId }: RunRequest): Promise<ConnectionRow> {
  const { rows } = await client.query<ConnectionRow>(
    "SELECT vendor, state, administration, settings FROM connection WHERE account_id = $1 AND id = $2 FOR NO KEY UPDATE",
    [accountId, connectionId],
  );
  const [connection] = rows;
  if (!connection) throw new AppError("not_connected", { kind: "config" });
  return connection;
}
