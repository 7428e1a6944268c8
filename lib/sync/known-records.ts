import type { DueBelow, KnownRecords, RecordStanding } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import type { ActiveRun } from "@/lib/sync/active-run";
import { recordTables } from "@/lib/sync/record-tables";
import { seenTable } from "@/lib/sync/seen-records";

const BATCH = 1000;

/**
 * How this side stands to records of the vendor. `settled` waits until every page handed over so far is written, so that
 * a connector is told of its own pages too.
 */
export function knownRecords(db: Database, run: ActiveRun, settled: () => Promise<void>): KnownRecords {
  return {
    standing: async (kind, externalIds) => {
      await settled();
      return readStandings(db, run, kind, externalIds);
    },
    activeIds: async function* (kind) {
      await settled();
      for (let after = ""; ; ) {
        const ids = await readActiveIds(db, run, kind, after);
        if (ids.length > 0) yield ids;
        if (ids.length < BATCH) return;
        after = ids[ids.length - 1] ?? "";
      }
    },
    dueBelow: async (kind, limit) => {
      await settled();
      return readDueBelow(db, run, kind, limit);
    },
    unseen: async (kind, limit) => {
      await settled();
      return readUnseen(db, run, kind, limit);
    },
  };
}

type StandingRow = { externalId: string; active: boolean | null; inactiveReason: string | null; skipReason: string | null };

async function readStandings(db: Database, run: ActiveRun, kind: RecordKind, externalIds: readonly string[]): Promise<Map<string, RecordStanding>> {
  const { rows } = await db.pool.query<StandingRow>(
    `SELECT page.external_id AS "externalId", local.active, local.inactive_reason AS "inactiveReason", skipped.reason AS "skipReason"
     FROM unnest($4::text[]) AS page (external_id)
     LEFT JOIN LATERAL (SELECT local_id FROM external_link known
       WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = $3 AND known.external_id = page.external_id LIMIT 1) AS link ON true
     LEFT JOIN LATERAL (SELECT active, inactive_reason FROM ${recordTables[kind].table} known
       WHERE known.id = link.local_id AND known.account_id IS NOT DISTINCT FROM $5 LIMIT 1) AS local ON true
     LEFT JOIN LATERAL (SELECT reason FROM skipped_record known
       WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = $3 AND known.external_id = page.external_id LIMIT 1) AS skipped ON true
     WHERE local.active IS NOT NULL OR skipped.reason IS NOT NULL`,
    [run.connectionId, run.administration, kind, externalIds, run.accountId],
  );
  return new Map(rows.map((row) => [row.externalId, toStanding(row)]));
}

function toStanding({ active, inactiveReason, skipReason }: StandingRow): RecordStanding {
  if (active === true) return { state: "active" };
  if (active === false) return { state: "inactive", reason: inactiveReason };
  return { state: "skipped", reason: skipReason ?? "" };
}

async function readActiveIds(db: Database, run: ActiveRun, kind: RecordKind, after: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ externalId: string }>(
    `SELECT link.external_id AS "externalId" FROM external_link link
     JOIN ${recordTables[kind].table} local ON local.id = link.local_id AND local.active
     WHERE link.connection_id = $1 AND link.administration = $2 AND link.kind = $3 AND link.external_id > $4 AND local.account_id = $5
     ORDER BY link.external_id LIMIT ${BATCH}`,
    [run.connectionId, run.administration, kind, after, run.accountId],
  );
  return rows.map((row) => row.externalId);
}

async function readDueBelow(db: Database, run: ActiveRun, kind: RecordKind, limit: number): Promise<DueBelow[]> {
  const { rows } = await db.pool.query<DueBelow>(
    `SELECT link.external_id AS "externalId",
       CASE WHEN link.below_read_at IS NULL THEN 'new' WHEN link.version IS DISTINCT FROM link.below_version THEN 'changed' ELSE 'oldest' END AS reason
     FROM external_link link JOIN ${recordTables[kind].table} local ON local.id = link.local_id AND local.active
     WHERE link.connection_id = $1 AND link.administration = $2 AND link.kind = $3 AND local.account_id = $4 AND (link.below_read_at < $6) IS NOT FALSE
     ORDER BY link.below_read_at IS NOT NULL, link.version IS NOT DISTINCT FROM link.below_version, link.below_read_at, link.external_id LIMIT $5`,
    [run.connectionId, run.administration, kind, run.accountId, limit, run.startedAt],
  );
  return rows;
}

async function readUnseen(db: Database, run: ActiveRun, kind: RecordKind, limit: number): Promise<string[]> {
  const { rows } = await db.pool.query<{ externalId: string }>(
    `SELECT link.external_id AS "externalId" FROM external_link link
     JOIN ${recordTables[kind].table} local ON local.id = link.local_id AND local.active
     WHERE link.connection_id = $1 AND link.administration = $2 AND link.kind = $3 AND local.account_id = $4
       AND NOT EXISTS (SELECT FROM ${seenTable(run.runId)} seen WHERE seen.kind = $3 AND seen.external_id = link.external_id)
     ORDER BY link.external_id LIMIT $5`,
    [run.connectionId, run.administration, kind, run.accountId, limit],
  );
  return rows.map((row) => row.externalId);
}
