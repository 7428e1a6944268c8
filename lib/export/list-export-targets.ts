import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import { listExportConnections } from "@/lib/export/export-connection";
import type { FindConnector } from "@/lib/sync/engine";

/** The bookkeepings of an account that work orders can go to. */
export async function listExportTargets({ prisma }: Pick<Database, "prisma">, accountId: string, findConnector: FindConnector = findRegisteredConnector): Promise<{ connectionId: string; vendorName: string }[]> {
  const connections = await listExportConnections({ prisma }, findConnector, accountId, new Date());
  return connections.filter(({ state }) => state !== "disconnected").map(({ id, vendorName }) => ({ connectionId: id, vendorName }));
}
