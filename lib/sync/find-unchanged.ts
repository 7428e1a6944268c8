import type { ClientBase, Pool } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { KEPT_RECORDS } from "@/lib/sync/kept-rejections";
import { recordTables } from "@/lib/sync/record-tables";
import { seenTable } from "@/lib/sync/seen-records";

/** The ids that were read of a kind: a pass has noted them in the run's table, single changes have them at hand. */
export type ReadIds = "noted" | readonly string[];

type Place = Pick<ActiveRun, "accountId" | "connectionId" | "administration" | "startedAt">;

/**
 * The numbers at the vendor of what a run has read of a kind and found unchanged, the first ones it read only. While the run's table is there.
 * What the run itself wrote carries the moment it began, and what something else has written meanwhile a later one; what was turned down
 * stays as it was too, and is none of them. Each is looked up by itself until there are enough: put in order first, all would be.
 */
export async function findUnchanged(client: ClientBase, run: Place & Pick<ActiveRun, "runId">, kind: RecordKind, read: ReadIds): Promise<string[]> {
  const source = read === "noted" ? `${seenTable(run.runId)} seen WHERE seen.kind = $4::record_kind AND seen.leaves IS NULL AND` : "unnest($6::text[]) AS seen (external_id) WHERE";
  // The ids of the run's table are compared byte by byte, those of the indexes by the rules of a language.
  const here = `known.connection_id = $2 AND known.administration = $3 AND known.kind = $4::record_kind AND known.external_id = seen.external_id COLLATE "default"`;
  const { rows } = await client.query<{ key: string }>(
    `SELECT key FROM (SELECT seen.external_id AS key FROM ${source}
         (SELECT known.changed_at < $5 FROM external_link known WHERE known.account_id = $1 AND ${here} LIMIT 1)
         AND (SELECT true FROM skipped_record known WHERE known.account_id = $1 AND ${here} LIMIT 1) IS NULL LIMIT ${KEPT_RECORDS}) AS unchanged
     ORDER BY key`,
    [...parameters(run, kind), ...(read === "noted" ? [] : [read])],
  );
  return rows.map(({ key }) => key);
}

/**
 * The same afterwards, of a run that read everything there is and deactivated what had gone: what is in use here and has not been
 * changed since it began. The first ones only, by number. `rejected`: all that it turned down.
 */
export async function inferUnchanged(pool: Pool, run: Place, kind: RecordKind, rejected: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT external_id AS key FROM external_link link
     WHERE account_id = $1 AND connection_id = $2 AND administration = $3 AND kind = $4::record_kind AND changed_at < $5 AND hash <> '' AND external_id <> ALL($6::text[])
       AND (SELECT active FROM ${recordTables[kind].table} record WHERE record.id = link.local_id AND record.account_id = $1 LIMIT 1)
     ORDER BY external_id LIMIT ${KEPT_RECORDS}`,
    [...parameters(run, kind), rejected],
  );
  return rows.map(({ key }) => key);
}

const parameters = ({ accountId, connectionId, administration, startedAt }: Place, kind: RecordKind): unknown[] => [accountId, connectionId, administration, kind, startedAt];
