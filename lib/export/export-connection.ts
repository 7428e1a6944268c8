import { storedAdministrations } from "@/lib/connections/stored-forms";
import type { Connector, ExportSettings } from "@/lib/connectors/connector";
import type { Exporter } from "@/lib/connectors/exporter";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import { Prisma, type Licence } from "@/lib/generated/prisma/client";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { FindConnector } from "@/lib/sync/engine";

/** A connection as the export engine knows it. The secrets are ciphertexts. */
export type ExportConnection = {
  id: string;
  accountId: string;
  vendor: string;
  vendorName: string;
  state: "connected" | "action_required" | "disconnected";
  /** Error code: why a person is needed. */
  stateReason: string | null;
  login: unknown;
  secrets: unknown;
  administration: string | null;
  administrationName: string | null;
  settingsVersion: number;
  nextExportAt: Date | null;
  connector: Connector;
  exporter: Exporter;
  options: ExportOptions;
  /** The same, and what only the vendor knows of. */
  exportSettings: ExportSettings;
  /** The work status with which work orders go out; null: there is none. */
  trigger: { id: string; name: string; code: number } | null;
  isLicensed: boolean;
  timeZone: string;
  locale: string;
};

type Store = { prisma: Prisma.TransactionClient };

type Row = Omit<ExportConnection, "vendorName" | "administrationName" | "connector" | "exporter" | "options" | "exportSettings" | "isLicensed"> & {
  administrations: unknown;
  settings: unknown;
  licenceState: Licence["state"] | null;
  licenceEndsAt: Date | null;
};

/** All that is known of connections in one question: it is asked before whatever an export does. The trigger is the one made for the vendor. */
const rows = Prisma.sql`
  SELECT connection.id, connection.account_id AS "accountId", connection.vendor, connection.state::text, connection.state_reason AS "stateReason", connection.login, connection.secrets,
    connection.administration, connection.administrations, connection.settings, connection.settings_version AS "settingsVersion", connection.next_export_at AS "nextExportAt",
    account.time_zone AS "timeZone", account.locale, licence.state::text AS "licenceState", licence.ends_at AS "licenceEndsAt",
    (SELECT json_build_object('id', work_status.id, 'name', work_status.name, 'code', work_status.code) FROM work_status
     WHERE work_status.account_id = connection.account_id AND work_status.vendor = connection.vendor AND work_status.purpose = 'send' LIMIT 1) AS trigger
  FROM connection JOIN account ON account.id = connection.account_id
  LEFT JOIN licence ON licence.account_id = connection.account_id AND licence.vendor = connection.vendor`;

/**
 * A connection whose vendor takes documents; null when there is none of this id, or its vendor takes none.
 * @param isKept whether nobody else changes it, or takes one of its exports, before the end of the transaction
 */
export async function readExportConnection({ prisma }: Store, findConnector: FindConnector, connectionId: string, now: Date, isKept = false): Promise<ExportConnection | null> {
  const [row] = await prisma.$queryRaw<Row[]>`${rows} WHERE connection.id = ${connectionId}::uuid ${isKept ? Prisma.sql`FOR NO KEY UPDATE OF connection` : Prisma.empty}`;
  return row ? toExportConnection({ prisma }, findConnector, row, now) : null;
}

/** Every connection of an account whose vendor takes documents. */
export async function listExportConnections({ prisma }: Store, findConnector: FindConnector, accountId: string, now: Date): Promise<ExportConnection[]> {
  const found = await prisma.$queryRaw<Row[]>`${rows} WHERE connection.account_id = ${accountId}::uuid ORDER BY connection.created_at`;
  const connections = [];
  for (const row of found) {
    const connection = await toExportConnection({ prisma }, findConnector, row, now);
    if (connection) connections.push(connection);
  }
  return connections;
}

async function toExportConnection({ prisma }: Store, findConnector: FindConnector, row: Row, now: Date): Promise<ExportConnection | null> {
  const { administrations, settings, licenceState, licenceEndsAt, ...connection } = row;
  const connector = findConnector(connection.vendor);
  if (!connector?.exporter) return null;
  const { accountId, administration } = connection;
  const options = connector.exporter.readOptions(settings);
  return {
    ...connection,
    connector,
    exporter: connector.exporter,
    vendorName: connector.manifest.name,
    administrationName: storedAdministrations.parse(administrations).find(({ code }) => code === administration)?.name ?? administration,
    options,
    exportSettings: connector.settingsSchema.parse(settings).exports ?? {},
    trigger: options.triggerId === null ? connection.trigger : await prisma.workStatus.findUnique({ where: { accountId, id: options.triggerId }, select: { id: true, name: true, code: true } }),
    isLicensed: licenceStanding(licenceState && { state: licenceState, endsAt: licenceEndsAt }, now).usable,
  };
}
