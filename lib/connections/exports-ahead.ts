import { requireConnector } from "@/lib/connections/require-connector";
import { releaseOf } from "@/lib/connections/release";
import { withStandardTrigger } from "@/lib/connections/standard-trigger";
import type { Connector, ConnectorSettings, ExportSettings } from "@/lib/connectors/connector";
import { AppError } from "@/lib/errors";
import { countDue, listDue, type DueRow } from "@/lib/export/count-due";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { SyncEngine } from "@/lib/sync/engine";

type Scope = { accountId: string; connectionId: string };
type Store = { prisma: Prisma.TransactionClient };

/**
 * How many completed work orders a save would send out at once, when that is more than before and has to be confirmed;
 * null when nothing has to be. Switching exports on is always asked, everything else only when something would go out.
 */
export async function countToConfirm({ prisma }: Store, connector: Connector, scope: Scope, before: ExportSettings, settings: ConnectorSettings): Promise<number | null> {
  const release = releaseOf(before, settings.exports ?? {});
  if (release === "none" || !connector.exporter) return null;
  const ahead = await countDue({ prisma }, { ...scope, options: connector.exporter.readOptions(settings) });
  return release === "switchedOn" || ahead > 0 ? ahead : null;
}

/** The first ones of what would go out, of how many, and how many work orders are complete at all. */
export type ExportsAhead = { count: number; completed: number; first: (Omit<DueRow, "completedAt"> & { completedAt: string })[] };

const NAMED = 20;

export type ExportsDraft = { accountId: string; vendor: string; trigger: string | null; startDate: string | null };

/**
 * What would go out at once if the exports of a connection were on with this work status and from this day on.
 * @throws AppError record_not_found for an unknown vendor, not_connected, invalid_input
 */
export async function readExportsAhead({ db, findConnector }: SyncEngine, { accountId, vendor, ...draft }: ExportsDraft): Promise<ExportsAhead> {
  const connector = requireConnector(findConnector, vendor);
  const connection = await db.prisma.connection.findUnique({ where: { accountId_vendor: { accountId, vendor } }, select: { id: true, settings: true } });
  if (!connection) throw new AppError("not_connected", { kind: "config", params: { vendor: connector.manifest.name } });
  const stored = connector.settingsSchema.parse(connection.settings);
  const exports = await withStandardTrigger(db, { accountId, vendor }, { ...stored.exports, ...draft, isOn: true });
  const settings = connector.settingsSchema.safeParse({ ...stored, exports });
  if (!settings.success) throw new AppError("invalid_input", { kind: "config", detail: settings.error.issues });
  const completed = await countCompleted(db, accountId);
  if (!connector.exporter) return { count: 0, completed, first: [] };
  const due = { accountId, connectionId: connection.id, options: connector.exporter.readOptions(settings.data) };
  const [count, first] = await Promise.all([countDue(db, due), listDue(db, { ...due, limit: NAMED })]);
  return { count, completed, first: first.map((one) => ({ ...one, completedAt: one.completedAt.toISOString() })) };
}

/** Work orders that are complete and not yet handled: what exports may send out one day. */
export function countCompleted({ prisma }: Store, accountId: string): Promise<number> {
  return prisma.workOrder.count({ where: { accountId, status: "complete" } });
}
