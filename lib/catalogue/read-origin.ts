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
  /** The last complete read that saw it, or its last change if that is later; null once it is no longer active. What hangs under a relation is seen when that is read. */
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
  const relationReads = kind === "contacts" ? await readBelow(db, { accountId, localId }) : [];
  return links.flatMap((link) => {
    const connection = byId.get(link.connectionId);
    if (!connection) return [];
    const isOfLink = (one: { connectionId: string; administration: string }) => one.connectionId === link.connectionId && one.administration === link.administration;
    const lastCompleteAt = checkpoints.find(isOfLink)?.lastCompleteAt;
    const lastReadAt = later(relationReads.find(isOfLink)?.belowReadAt, lastCompleteAt ?? link.changedAt);
    const known = connection.administrations.find(({ code }) => code === link.administration);
    return {
      vendor: connection.vendor,
      vendorName: findConnector(connection.vendor)?.manifest.name ?? connection.vendor,
      administration: link.administration === "" ? null : { code: link.administration, name: known?.name ?? null },
      externalId: link.externalId,
      isAdopted: link.adopted,
      firstImportedAt: link.createdAt,
      changedAt: link.changedAt,
      lastSeenAt: active ? later(lastReadAt, link.changedAt) : null,
    };
  });
}

/** When the vendor was last asked for what hangs under the relation of a contact person. */
async function readBelow({ prisma }: Database, { accountId, localId }: { accountId: string; localId: string }) {
  const contact = await prisma.contact.findFirst({ where: { accountId, id: localId }, select: { relationId: true } });
  if (!contact) return [];
  return prisma.externalLink.findMany({ where: { accountId, kind: "relations", localId: contact.relationId }, select: { connectionId: true, administration: true, belowReadAt: true } });
}

function later(one: Date | null | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
