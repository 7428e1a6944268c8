import type { Database } from "@/lib/db";
import { logColumns, toLogRow, type LogRow } from "@/lib/log/read-entry";

const SHOWN = 30;

type PanelQuery = { accountId: string; connectionId: string; vendor: string };

/** The newest entries of a connection, newest first. What happened within a sync stands in that sync's entry. */
export async function readPanel(db: Database, { accountId, connectionId, vendor }: PanelQuery): Promise<LogRow[]> {
  const rows = await db.prisma.logEntry.findMany({
    where: { accountId, connectionId, parentId: null },
    select: logColumns,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
  const vendors = new Map([[connectionId, vendor]]);
  return rows.map((row) => toLogRow(row, vendors));
}
