import type { Administration, ConnectorSettings, Identity } from "@/lib/connectors/connector";
import { storedAdministrations, storedLogin, storedPerson } from "@/lib/connections/stored-forms";
import { findConnector as findRegisteredConnector } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import type { ConnectionState } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { FindConnector } from "@/lib/sync/engine";

/** A connection as pages know it. The secrets are not part of it, not even encrypted. */
export type Connection = {
  id: string;
  accountId: string;
  vendor: string;
  state: ConnectionState;
  /** Error code: why a person is needed. */
  stateReason: string | null;
  /** The login fields that are no secret. */
  login: Record<string, string>;
  credentialsSetAt: Date | null;
  credentialsSetBy: string | null;
  /** Whose login it is, where the vendor says it. */
  person: Identity["person"];
  administrations: Administration[];
  administration: string | null;
  settings: ConnectorSettings;
  settingsVersion: number;
  pausedAt: Date | null;
  nextSyncAt: Date | null;
  lastSuccessAt: Date | null;
  dueSince: Date | null;
};

const select = {
  id: true,
  accountId: true,
  vendor: true,
  state: true,
  stateReason: true,
  login: true,
  credentialsSetAt: true,
  credentialsSetBy: true,
  person: true,
  administrations: true,
  administration: true,
  settings: true,
  settingsVersion: true,
  pausedAt: true,
  nextSyncAt: true,
  lastSuccessAt: true,
  dueSince: true,
} as const satisfies Prisma.ConnectionSelect;

type Row = Prisma.ConnectionGetPayload<{ select: typeof select }>;

function toConnection(row: Row, findConnector: FindConnector): Connection {
  return {
    ...row,
    login: storedLogin.parse(row.login),
    person: storedPerson.parse(row.person),
    administrations: storedAdministrations.parse(row.administrations),
    settings: readSettings(row.vendor, row.settings, findConnector),
  };
}

/** Settings as stored, with the defaults of options that came later; those of a vendor that is gone switch nothing on. */
function readSettings(vendor: string, settings: unknown, findConnector: FindConnector): ConnectorSettings {
  const parsed = findConnector(vendor)?.settingsSchema.safeParse(settings);
  return parsed?.success ? parsed.data : { imports: {} };
}

/** The connection of an account with a vendor; null when there has never been one. */
export async function getConnection(db: Database, accountId: string, vendor: string, findConnector: FindConnector = findRegisteredConnector): Promise<Connection | null> {
  const row = await db.prisma.connection.findUnique({ where: { accountId_vendor: { accountId, vendor } }, select });
  return row && toConnection(row, findConnector);
}

/** All connections of an account, by vendor. */
export async function listConnections(db: Database, accountId: string, findConnector: FindConnector = findRegisteredConnector): Promise<ReadonlyMap<string, Connection>> {
  const rows = await db.prisma.connection.findMany({ where: { accountId }, select });
  return new Map(rows.map((row) => [row.vendor, toConnection(row, findConnector)]));
}
