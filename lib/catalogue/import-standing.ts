import { listedKinds } from "@/lib/catalogue/listed-kinds";
import type { Manifest } from "@/lib/connectors/connector";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { findConnector } from "@/lib/connectors/registry";
import { listConnections, type Connection } from "@/lib/connections/read-connection";
import type { Database } from "@/lib/db";
import type { FindConnector } from "@/lib/sync/engine";

/** The vendor that brings them; `country`: where it is at home. */
type Source = { vendor: string; vendorName: string; country: Manifest["country"] };

/** How records of a kind get here: what the list says above it, and in its place while it is empty. */
export type ImportStanding =
  | { state: "notConnected" }
  | ({ state: "switchedOff"; notImported: number } & Source)
  /** Switched on, but never read yet. `byHand`: no automatic sync brings it. */
  | ({ state: "awaited"; byHand: boolean } & Source)
  | ({ state: "imported"; lastReadAt: Date; notImported: number } & Source);

/** Where the import of a kind stands in an account, over all its connections. */
export async function readImportStanding(
  db: Database,
  { accountId, kind }: { accountId: string; kind: ImportKind },
  find: FindConnector = findConnector,
): Promise<ImportStanding> {
  const connections = [...(await listConnections(db, accountId, find)).values()].filter(
    (connection) => connection.state !== "disconnected" && find(connection.vendor)?.manifest.imports.includes(kind),
  );
  const connection = connections.find((one) => one.settings.imports[kind]) ?? connections[0];
  if (!connection) return { state: "notConnected" };
  const manifest = find(connection.vendor)?.manifest;
  const who: Source = { vendor: connection.vendor, vendorName: manifest?.name ?? connection.vendor, country: manifest?.country ?? "NL" };
  const notImported = await countNotImported(db, connection, kind);
  if (!connection.settings.imports[kind]) return { state: "switchedOff", ...who, notImported };
  const checkpoint = await db.prisma.importCheckpoint.findUnique({
    where: { connectionId_administration_kind: { connectionId: connection.id, administration: connection.administration ?? "", kind } },
    select: { lastReadAt: true },
  });
  if (checkpoint?.lastReadAt) return { state: "imported", ...who, lastReadAt: checkpoint.lastReadAt, notImported };
  const isAutomatic = find(connection.vendor)?.retrievals.some((retrieval) => retrieval.schedule === "automatic" && retrieval.imports.includes(kind));
  return { state: "awaited", ...who, byHand: !isAutomatic };
}

function countNotImported(db: Database, { accountId, id, administration }: Connection, kind: ImportKind): Promise<number> {
  return db.prisma.skippedRecord.count({ where: { accountId, kind: { in: [...listedKinds[kind]] }, connectionId: id, administration: administration ?? "" } });
}
