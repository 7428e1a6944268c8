import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Connector, Exchange, VendorContext } from "@/lib/connectors/connector";
import type { Webhooks } from "@/lib/connectors/webhooks";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { SyncEngine } from "@/lib/sync/engine";
import { openVendorContext, type StoredConnection } from "@/lib/vendor/open-context";

/** A connection whose vendor tells of changes. The secrets are ciphertexts. */
export type WebhookConnection = StoredConnection & {
  settings: unknown;
  connector: Connector;
  webhooks: Webhooks;
  vendorName: string;
  /** Whether it may be asked anything at all: connected, nothing to be settled by a person, and licensed. */
  isOpen: boolean;
  isPaused: boolean;
};

/** Null when there is no such connection, or its vendor does not tell of changes. */
export async function readWebhookConnection({ db, findConnector, timing }: SyncEngine, connectionId: string): Promise<WebhookConnection | null> {
  const row = await db.prisma.connection.findUnique({
    where: { id: connectionId },
    select: { id: true, accountId: true, vendor: true, state: true, login: true, secrets: true, administration: true, settings: true, pausedAt: true },
  });
  const connector = row && findConnector(row.vendor);
  if (!row || !connector?.webhooks) return null;
  const { state, pausedAt, ...connection } = row;
  const { accountId, vendor } = connection;
  const licence = await db.prisma.licence.findUnique({ where: { accountId_vendor: { accountId, vendor } }, select: { state: true, endsAt: true } });
  const isLicensed = licenceStanding(licence, timing.now()).usable;
  return { ...connection, connector, webhooks: connector.webhooks, vendorName: connector.manifest.name, isOpen: state === "connected" && isLicensed, isPaused: pausedAt !== null };
}

/**
 * Opens a conversation about webhooks or what they told of.
 * @throws AppError not_connected when the secrets are gone or cannot be opened
 */
export function openWebhookContext({ db, timing, keyRing }: SyncEngine, connection: WebhookConnection, exchanges: Exchange[]): VendorContext {
  return openVendorContext(db, timing, connection, {
    signal: new AbortController().signal,
    keyRing,
    requestsPerMinute: requestsPerMinute(connection.connector.manifest, connection.login),
    purpose: "webhook",
    recordExchange: (exchange) => exchanges.push(exchange),
  });
}
