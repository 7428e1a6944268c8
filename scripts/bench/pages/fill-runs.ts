import type { Database } from "@/lib/db";

type Scope = { accountId: string; connectionId: string; runs: number };

/** Fills a year of syncs, one each quarter of an hour: of a hundred 97 succeeded, two failed and one came through in part. Out: the id of the last one. */
export async function fillRuns({ pool }: Database, { accountId, connectionId, runs }: Scope): Promise<string> {
  await pool.query(
    `INSERT INTO sync_run (account_id, connection_id, administration, trigger, kinds, confirmed_kinds, overwrite_kinds, state, requested_at, started_at, finished_at, requests, error)
     SELECT $1, $2, '01', (CASE WHEN n % 96 = 0 THEN 'nightly' WHEN n % 400 = 1 THEN 'manual' ELSE 'automatic' END)::sync_trigger, '{relations,materials,hourTypes,warehouses}', '{}', '{}',
       (CASE WHEN n % 100 = 7 THEN 'partial' WHEN n % 100 IN (3, 5) THEN 'failed' ELSE 'succeeded' END)::sync_state, moment, moment, moment + interval '40 seconds', 9,
       CASE WHEN n % 100 IN (3, 5) THEN '{"code": "vendor_unreachable", "params": {"vendor": "Cash"}}'::jsonb END
     FROM (SELECT n, now() - n * interval '15 minutes' AS moment FROM generate_series(1, $3::int) AS n) AS slots`,
    [accountId, connectionId, runs],
  );
  await pool.query(
    `INSERT INTO sync_run_import (run_id, kind, position, state, read, created, changed, unchanged, complete, started_at, finished_at, error)
     SELECT run.id, kind, position, (CASE WHEN run.state = 'failed' THEN 'failed' ELSE 'done' END)::import_state, 120, 1, 3, 116, true, run.started_at, run.finished_at, run.error
     FROM sync_run AS run, unnest(ARRAY['relations', 'deliveryAddresses', 'materials', 'hourTypes', 'warehouses']::record_kind[]) WITH ORDINALITY AS imported (kind, position) WHERE run.account_id = $1`,
    [accountId],
  );
  const { rows: [row] } = await pool.query<{ id: string }>("SELECT id FROM sync_run WHERE account_id = $1 ORDER BY requested_at DESC LIMIT 1", [accountId]);
  return row?.id ?? "";
}
