import { storedAdministrations } from "@/lib/connections/stored-forms";
import type { Connector, ExportSettings } from "@/lib/connectors/connector";
import type { Exporter } from "@/lib/connectors/exporter";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { Prisma } from "@/lib/generated/prisma/client";
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

const select = {
  id: true, accountId: true, vendor: true, state: true, stateReason: true, login: true, secrets: true, administration: true, administrations: true,
  settings: true, settingsVersion: true, nextExportAt: true, account: { select: { timeZone: true, locale: true } },
} as const satisfies Prisma.ConnectionSelect;

type Row = Prisma.ConnectionGetPayload<{ select: typeof select }>;

/** A connection whose vendor takes documents; null when there is none of this id, or its vendor takes none. */
export async function readExportConnection(store: Store, findConnector: FindConnector, connectionId: string, now: Date): Promise<ExportConnection | null> {
  const row = await store.prisma.connection.findUnique({ where: { id: connectionId }, select });
  return row && toExportConnection(store, findConnector, row, now);
}

/** Every connection of an account whose vendor takes documents. */
export async function listExportConnections(store: Store, findConnector: FindConnector, accountId: string, now: Date): Promise<ExportConnection[]> {
  const rows = await store.prisma.connection.findMany({ where: { accountId }, select, orderBy: { createdAt: "asc" } });
  const connections = [];
  for (const row of rows) {
    const connection = await toExportConnection(store, findConnector, row, now);
    if (connection) connections.push(connection);
  }
  return connections;
}

async function toExportConnection({ prisma }: Store, findConnector: FindConnector, row: Row, now: Date): Promise<ExportConnection | null> {
  const { administrations, settings, account, ...connection } = row;
  const connector = findConnector(connection.vendor);
  if (!connector?.exporter) return null;
  const { accountId, vendor, administration } = connection;
  const options = connector.exporter.readOptions(settings);
  const licence = await prisma.licence.findUnique({ where: { accountId_vendor: { accountId, vendor } } });
  const trigger = await prisma.workStatus.findFirst({
    where: options.triggerId === null ? { accountId, vendor, purpose: "send" } : { accountId, id: options.triggerId },
    select: { id: true, name: true, code: true },
  });
  return {
    ...connection,
    ...account,
    connector,
    exporter: connector.exporter,
    vendorName: connector.manifest.name,
    administrationName: storedAdministrations.parse(administrations).find(({ code }) => code === administration)?.name ?? administration,
    options,
    exportSettings: connector.settingsSchema.parse(settings).exports ?? {},
    trigger,
    isLicensed: licenceStanding(licence, now).usable,
  };
}
