import type { Connector } from "@/lib/connectors/connector";
import { AppError, errorCodes } from "@/lib/errors";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { SyncEngine } from "@/lib/sync/engine";
import type { StoredConnection } from "@/lib/vendor/open-context";

/** The connection by which a vendor is asked. The secrets are ciphertexts. */
export type Askable = { connection: StoredConnection & { settings: unknown }; connector: Connector };

/**
 * The connection of an account with a vendor, if that one may be asked at all. A pause keeps only what runs by itself from happening.
 * @throws AppError not_connected, no_licence, and why a person is needed where the connection waits for one
 */
export async function findAskable({ db, timing, findConnector }: SyncEngine, { accountId, vendor }: { accountId: string; vendor: string }): Promise<Askable> {
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
  return { connection, connector };
}
