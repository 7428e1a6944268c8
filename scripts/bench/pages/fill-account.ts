import { createUser } from "@/e2e/support/people";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import type { Database } from "@/lib/db";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";
import { fillLog } from "../log/fill-log";
import type { Examples } from "./list-pages";
import { fillRecords } from "./fill-records";
import { fillRuns } from "./fill-runs";
import { fillWorkOrders } from "./fill-work-orders";

/** How much a busy account has after a year. */
export type Amounts = { readonly entries: number; readonly relations: number; readonly workOrders: number; readonly runs: number };

export type FilledAccount = { readonly accountId: string; readonly email: string; readonly examples: Examples };

/** Fills an account with what a busy office has after a year, by set-based SQL. `say`: what is being written. */
export async function fillAccount(db: Database, amounts: Amounts, say: (text: string) => void): Promise<FilledAccount> {
  say(`${amounts.entries.toLocaleString("en")} entries of the log`);
  const { accountId } = await fillLog(db, amounts.entries);
  const { email } = await createUser(db, { accountId, email: "bench@bench.example" });
  const cash = await connect(db, accountId, "cash");
  await connect(db, accountId, "easybill");
  say(`${amounts.relations.toLocaleString("en")} relations`);
  const records = await fillRecords(db, { accountId, connectionId: cash.connectionId, relations: amounts.relations });
  say(`${amounts.workOrders.toLocaleString("en")} work orders`);
  const workOrder = await fillWorkOrders(db, { accountId, ...cash, workOrders: amounts.workOrders });
  say(`${amounts.runs.toLocaleString("en")} syncs`);
  const run = await fillRuns(db, { accountId, connectionId: cash.connectionId, runs: amounts.runs });
  const issue = await fillIssues(db, { accountId, connectionId: cash.connectionId });
  await db.pool.query("VACUUM ANALYZE");
  return { accountId, email, examples: { workOrder, run, issue, records } };
}

/** The connections that the log was filled for, licensed and with settings. */
async function connect({ prisma }: Database, accountId: string, vendor: "cash" | "easybill") {
  const isCash = vendor === "cash";
  const settings = (isCash ? cashSettingsSchema : easybillSettingsSchema).parse({ exports: { isOn: true } });
  const administrations = isCash ? [{ code: "01", name: "De Vries" }] : [];
  await prisma.licence.create({ data: { accountId, vendor, state: "active", startedAt: new Date("2026-01-01") } });
  const { id: connectionId } = await prisma.connection.update({
    where: { accountId_vendor: { accountId, vendor } },
    data: { settings, administrations, administration: isCash ? "01" : null, pausedAt: new Date(), lastSuccessAt: new Date(), credentialsSetAt: new Date() },
  });
  const statuses = await prisma.$transaction((tx) => ensureVendorWorkStatuses(tx, { accountId, vendor, vendorName: isCash ? "Cash" : "EasyBill", locale: "en" }));
  return { connectionId, ...statuses };
}

/** A year of resolved issues, and a few open ones. Out: the id of one. */
async function fillIssues({ pool }: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO issue (account_id, connection_id, cause, subject, severity, state, first_at, last_at, times, params, records, record_count, resolved_at)
     SELECT $1, $2, 'syncFailed', CASE WHEN n > 3 THEN 'vendor_nonsense' ELSE (ARRAY['vendor_nonsense', 'vendor_incomplete', 'unexpected'])[n] END, 'action',
       (CASE WHEN n > 3 THEN 'resolved' ELSE 'open' END)::issue_state, now() - n * interval '6 hours', now() - n * interval '6 hours', 3, '{"vendor": "Cash"}', '[{"type": "import", "kind": "relations"}]', 1,
       CASE WHEN n > 3 THEN now() - n * interval '6 hours' + interval '1 hour' END
     FROM generate_series(1, 1500) AS n RETURNING id`,
    [accountId, connectionId],
  );
  return rows[0]?.id ?? "";
}
