import type { Connector } from "@/lib/connectors/connector";
import type { LookUp, WantedRecord } from "@/lib/connectors/look-up";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { AppError, errorCodes } from "@/lib/errors";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { SyncEngine } from "@/lib/sync/engine";
import type { StoredConnection } from "@/lib/vendor/open-context";
import { withParent } from "@/lib/webhooks/find-parent";

export type LookUpRequest = { accountId: string; kind: ImportKind; id: string; vendor: string };

/** A record here as its vendor is asked for it. The secrets are ciphertexts. */
export type Wanted = { connection: StoredConnection & { settings: unknown }; connector: Connector; lookUp: LookUp; record: WantedRecord };

/**
 * Finds out how a record is known to a vendor, and whether that one may be asked at all. A pause keeps only what runs by itself from happening.
 * @throws AppError not_connected, no_licence, record_not_found, and why a person is needed where the connection waits for one
 */
export async function findWanted({ db, timing, findConnector }: SyncEngine, { accountId, kind, id, vendor }: LookUpRequest): Promise<Wanted> {
  const row = await db.prisma.connection.findUnique({
    where: { accountId_vendor: { accountId, vendor } },
    select: { id: true, accountId: true, vendor: true, state: true, stateReason: true, login: true, secrets: true, administration: true, settings: true },
  });
  const connector = findConnector(vendor);
  const params = { vendor: connector?.manifest.name ?? vendor };
  if (!row || !connector || row.state === "disconnected") throw new AppError("not_connected", { kind: "config", params });
  const { state, stateReason, ...connection } = row;
  const licence = await db.prisma.licence.findUnique({ where: { accountId_vendor: { accountId, vendor } }, select: { state: true, endsAt: true } });
  if (!licenceStanding(licence, timing.now()).usable) throw new AppError("no_licence", { kind: "config", params });
  if (state === "action_required") throw new AppError(errorCodes.find((code) => code === stateReason) ?? "not_connected", { kind: "config", params });
  const link = await db.prisma.externalLink.findFirst({
    where: { accountId, connectionId: connection.id, administration: connection.administration ?? "", kind, localId: id },
    select: { externalId: true },
  });
  if (!link || !connector.lookUp?.kinds.includes(kind)) throw new AppError("record_not_found", { kind: "config", params: { kind } });
  const subject = await withParent(db, { accountId, connectionId: connection.id }, { type: "record", kind, externalId: link.externalId });
  const record = subject.type === "record" ? subject : { kind, externalId: link.externalId };
  return { connection, connector, lookUp: connector.lookUp, record };
}
