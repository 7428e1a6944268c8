import { compareSettings, type SettingChange } from "@/lib/connections/compare-settings";
import { ensureWorkStatuses } from "@/lib/connections/ensure-work-statuses";
import { countToConfirm } from "@/lib/connections/exports-ahead";
import { labelChanges } from "@/lib/connections/label-changes";
import { lockConnection, type LockedConnection } from "@/lib/connections/lock-connection";
import { readOptionLists } from "@/lib/connections/option-lists";
import { releaseOf } from "@/lib/connections/release";
import { requireListed } from "@/lib/connections/require-listed";
import { withStandardTrigger } from "@/lib/connections/standard-trigger";
import { storedAdministrations } from "@/lib/connections/stored-forms";
import type { Connector, ConnectorSettings } from "@/lib/connectors/connector";
import { exportFields } from "@/lib/connectors/schemas";
import { AppError } from "@/lib/errors";
import { hasUncertainExports } from "@/lib/export/uncertain-exports";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/users/actor";

/** What a save asks for, its settings checked by the connector's schema. */
export type CheckedSave = {
  actor: Actor;
  vendor: string;
  settingsVersion: number;
  settings: ConnectorSettings;
  administration: string | null;
  confirmedExports: number | null;
};

export type SavePlan = {
  outcome: "planned";
  connection: LockedConnection;
  settings: ConnectorSettings;
  administration: string | null;
  /** Names instead of ids where an option is chosen from a list of the account. */
  changes: SettingChange[];
  isSwitch: boolean;
  releasesExports: boolean;
};

/**
 * Everything that has to be right before settings are stored, with the connection locked. `asks`: so many work orders would
 * go out at once, more than was confirmed.
 * @throws AppError as `saveSettings`
 */
export async function planSave(tx: Prisma.TransactionClient, connector: Connector, request: CheckedSave): Promise<SavePlan | { outcome: "asks"; ahead: number }> {
  const { actor, vendor, confirmedExports } = request;
  const { accountId } = actor;
  const store = { prisma: tx };
  const connection = await lockConnection(tx, { accountId, vendor });
  if (connection.state === "disconnected") throw new AppError("not_connected", { kind: "config", params: { vendor: connector.manifest.name } });
  if (connection.settingsVersion !== request.settingsVersion) throw new AppError("settings_outdated", { kind: "config" });

  await ensureWorkStatuses(tx, connector.manifest, accountId);
  const complete = async (settings: ConnectorSettings) => (settings.exports ? { ...settings, exports: await withStandardTrigger(store, { accountId, vendor }, settings.exports) } : settings);
  const administration = request.administration ?? connection.administration;
  const before = await complete(formerSettings(connector, connection));
  const settings = await complete(request.settings);
  const changes = compareSettings({ administration: connection.administration, settings: before }, { administration, settings });
  const scope = { accountId, connectionId: connection.id };
  const isSwitch = administration !== connection.administration;
  if (isSwitch) {
    requireOffered(connection, administration);
    if (await hasUncertainExports(store, scope)) throw new AppError("exports_uncertain", { kind: "config", params: { vendor: connector.manifest.name } });
  }
  const lists = await readOptionLists(store, accountId);
  requireListed(changes, exportFields(vendor), lists);
  const ahead = await countToConfirm(store, connector, scope, before.exports ?? {}, settings);
  if (ahead !== null && (confirmedExports === null || ahead > confirmedExports)) return { outcome: "asks", ahead };
  const releasesExports = releaseOf(before.exports ?? {}, settings.exports ?? {}) !== "none";
  return { outcome: "planned", connection, settings, administration, changes: labelChanges(changes, exportFields(vendor), lists), isSwitch, releasesExports };
}

/** Settings that can no longer be read switch nothing on. */
function formerSettings({ settingsSchema }: Connector, { settings }: LockedConnection): ConnectorSettings {
  const former = settingsSchema.safeParse(settings);
  return former.success ? former.data : { imports: {} };
}

function requireOffered(connection: LockedConnection, administration: string | null): void {
  const isOffered = storedAdministrations.parse(connection.administrations).some(({ code }) => code === administration);
  if (!isOffered) throw new AppError("administration_missing", { kind: "config" });
}
