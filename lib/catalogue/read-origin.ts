import type { ImportKind } from "@/lib/connectors/records";
import { findConnector } from "@/lib/connectors/registry";
import { listConnections } from "@/lib/connections/read-connection";
import type { Database } from "@/lib/db";

/** Where a record came from, and when. */
export type RecordOrigin = {
  vendor: string;
  vendorName: string;
  /** Null for vendors without administrations. */
  administration: { code: string; name: string | null } | null;
  externalId: string;
  /** Not made by the import, but found here by its number and linked. */
  isAdopted: boolean;
  firstImportedAt: Date;
  /** When the vendor's content last changed here. */
  changedAt: Date;
  /** The last complete read that saw it, or its last change if that is later; null once it is no longer active. */
  lastSeenAt: Date | null;
};

type Wanted = { accountId: string; kind: ImportKind; localId: string; active: boolean };

/** The vendors' records that a record here is linked to, the latest first; none for one that was never imported. */
export async function readOrigins(db: Database, { accountId, kind, localId, active }: Wanted): Promise<RecordOrigin[]> {
  const [links, connections] = await Promise.all([
    db.prisma.externalLink.findMany({ where: { accountId, kind, localId }, orderBy: { changedAt: "desc" } }),
    listConnections(db, accountId),
  ]);
  const byId = new Map([...connections.values()].map((connection) => [connection.id, connection]));
  const checkpoints = await db.prisma.importCheckpoint.findMany({
    where: { kind, connectionId: { in: [...byId.keys()] } },
    select: { connectionId: true, administration: true, lastCompleteAt: true },
  });
  return links.flatMap((link) => {
    const connection = byId.get(link.connectionId);
    if (!connection) return [];
    const lastCompleteAt = checkpoints.find((one) => one.connectionId === link.connectionId && one.administration === link.administration)?.lastCompleteAt;
    const known = connection.administrations.find(({ code }) => code === link.administration);
    return {
      vendor: connection.vendor,
      vendorName: findConnector(connection.vendor)?.manifest.name ?? connection.vendor,
      administration: link.administration === "" ? null : { code: link.administration, name: known?.name ?? null },
      externalId: link.externalId,
      isAdopted: link.adopted,
      firstImportedAt: link.createdAt,
      changedAt: link.changedAt,
      lastSeenAt: active ? later(lastCompleteAt, link.changedAt) : null,
    };
  });
}

function later(one: Date | null | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
