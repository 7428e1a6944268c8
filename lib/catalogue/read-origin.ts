import type { ImportKind } from "@/lib/connectors/record-kinds";
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
  /** The last sync that saw it; null where it is no longer kept, or there was none. */
  lastRunId: string | null;
  /** The vendor can be asked for it: it is of the administration in use. */
  canBeLookedUp: boolean;
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
  const runs = await readLastRuns(db, { accountId, kind, localId });
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
      lastRunId: runs.get(link.id) ?? null,
      canBeLookedUp: link.administration === (connection.administration ?? "") && findConnector(connection.vendor)?.lookUp?.kinds.includes(kind) === true,
    };
  });
}

/** By link: the last sync that read everything there is of the kind, or the one in which the record itself changed. */
async function readLastRuns({ pool }: Database, { accountId, kind, localId }: Omit<Wanted, "active">): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ linkId: string; runId: string }>(
    `SELECT link.id AS "linkId", last.id AS "runId" FROM external_link link CROSS JOIN LATERAL (
       SELECT run.id FROM sync_run run JOIN sync_run_import import ON import.run_id = run.id AND import.kind = link.kind AND import.state = 'done'
       WHERE run.connection_id = link.connection_id AND run.administration = link.administration AND run.account_id = $1
         AND (import.complete OR run.started_at = link.changed_at) ORDER BY run.requested_at DESC LIMIT 1) AS last
     WHERE link.account_id = $1 AND link.kind = $2 AND link.local_id = $3`,
    [accountId, kind, localId],
  );
  return new Map(rows.map(({ linkId, runId }) => [linkId, runId]));
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
