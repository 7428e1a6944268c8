import type { Database } from "@/lib/db";
import type { VendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";

type Scope = VendorWorkStatuses & { accountId: string; connectionId: string; workOrders: number };

/**
 * Fills two years of work orders with lines, periods, exports and their journals: of a hundred 88 are booked, five were refused, three wait, one is
 * uncertain, one is to be decided and two are not complete. Out: the id of one that is booked.
 */
export async function fillWorkOrders({ pool }: Database, { accountId, connectionId, sendId, errorId, workOrders }: Scope): Promise<string> {
  await pool.query(
    `INSERT INTO work_order (account_id, number, status, work_status_id, customer_debtor_number, customer_name, customer_street, customer_postal_code, customer_city, work_date, short_description, completed_at, created_at)
     SELECT $1, '2026.' || lpad(n::text, 5, '0'), (CASE WHEN n % 100 < 88 THEN 'handled' WHEN n % 100 < 98 THEN 'complete' ELSE 'ready' END)::work_order_status,
       CASE WHEN n % 100 BETWEEN 88 AND 92 THEN $3::uuid ELSE $2::uuid END, (10001 + n % 90000)::text, 'Bakkerij ' || n, 'Kade 1', '4811 AB', 'Breda', (now() - n * interval '50 minutes')::date, 'Boiler serviced ' || n,
       CASE WHEN n % 100 < 98 THEN now() - n * interval '50 minutes' END, now() - n * interval '51 minutes'
     FROM generate_series(1, $4::int) AS n`,
    [accountId, sendId, errorId, workOrders],
  );
  await pool.query(
    `INSERT INTO work_order_material (account_id, work_order_id, position, code, name, quantity, price)
     SELECT $1, id, line, 'M' || line, 'Ball valve', 2, 12.5 FROM work_order, generate_series(1, 3) AS line WHERE account_id = $1`,
    [accountId],
  );
  await pool.query(
    `INSERT INTO work_period (account_id, work_order_id, position, date, total_minutes, hour_type_code) SELECT $1, id, 10 + line, work_date, 60, 'C1' FROM work_order, generate_series(1, 2) AS line WHERE account_id = $1`,
    [accountId],
  );
  await pool.query(
    `INSERT INTO export_intent (account_id, connection_id, work_order_id, administration, revision, reference, state, trigger, requested_at, sending_at, sent_at, finished_at, document_id, document_number, problem, waits_for)
     SELECT $1, $2, id, '01', 1, number, state::export_state, 'completion', completed_at, CASE WHEN state <> 'pending' THEN completed_at END, CASE WHEN state = 'finished' THEN completed_at END,
       CASE WHEN state IN ('finished', 'rejected') THEN completed_at END, CASE WHEN state = 'finished' THEN 'D' || number END, CASE WHEN state = 'finished' THEN 'V' || number END,
       CASE WHEN state IN ('rejected', 'needs_review') THEN jsonb_build_object('problems', jsonb_build_array(jsonb_build_object('code', 'materialNotFound', 'params', jsonb_build_object('vendor', 'Cash', 'workOrder', number, 'material', 'M1')))) END,
       CASE WHEN state = 'pending' THEN '{"code": "vendor_unreachable", "params": {"vendor": "Cash"}}'::jsonb END
     FROM (SELECT id, number, completed_at, CASE WHEN n % 100 < 88 THEN 'finished' WHEN n % 100 < 93 THEN 'rejected' WHEN n % 100 < 96 THEN 'pending' WHEN n % 100 < 97 THEN 'uncertain' ELSE 'needs_review' END AS state
       FROM (SELECT id, number, completed_at, right(number, 5)::int AS n FROM work_order WHERE account_id = $1 AND completed_at IS NOT NULL) AS numbered) AS given`,
    [accountId, connectionId],
  );
  await pool.query(
    `INSERT INTO export_journal (account_id, intent_id, event, fence, detail) SELECT $1, id, event, 1, '{}' FROM export_intent, unnest(ARRAY['intent.created', 'send.begun', 'send.answered', 'export.finished']) AS event WHERE account_id = $1`,
    [accountId],
  );
  await pool.query(
    `INSERT INTO exported_document (intent_id, account_id, connection_id, document_id, number, state, total_cents, paid_cents, changed_at, seen_at)
     SELECT id, account_id, connection_id, document_id, document_number, (ARRAY['draft', 'final', 'paid', 'paid', 'cancelled'])[1 + right(reference, 5)::int % 5]::document_state, 2975, 0, sent_at, sent_at
     FROM export_intent WHERE account_id = $1 AND state = 'finished'`,
    [accountId],
  );
  const { rows: [row] } = await pool.query<{ id: string }>("SELECT work_order_id AS id FROM export_intent WHERE account_id = $1 AND state = 'finished' ORDER BY requested_at DESC LIMIT 1", [accountId]);
  return row?.id ?? "";
}
