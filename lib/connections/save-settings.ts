import type { AuditDetail } from "@/lib/audit/record-audit";
import { cancelActiveRuns } from "@/lib/connections/cancel-active-runs";
import { compareSettings, type SettingChange } from "@/lib/connections/compare-settings";
import { lockConnection, type LockedConnection } from "@/lib/connections/lock-connection";
import { recordEvent } from "@/lib/connections/record-event";
import { requestFirstSync } from "@/lib/connections/request-first-sync";
import { requireConnector } from "@/lib/connections/require-connector";
import { storedAdministrations } from "@/lib/connections/stored-forms";
import type { Connector, ConnectorSettings } from "@/lib/connectors/connector";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { SyncEngine } from "@/lib/sync/engine";
import { nextSlot } from "@/lib/sync/schedule";
import type { Actor } from "@/lib/users/actor";

export type SaveRequest = {
  actor: Actor;
  vendor: string;
  /** The version the form was filled from: somebody else's later save is never overwritten unseen. */
  settingsVersion: number;
  /** By the connector's settings schema; checked here again. */
  settings: unknown;
  /** Code of the administration; null where there is none, or none has been chosen. */
  administration: string | null;
};

export type Saved = {
  connectionId: string;
  changes: SettingChange[];
  /** A sync that was requested because an import was switched on for the first time, or the administration is another one. */
  requestedRunId: string | null;
  /** Syncs that were cancelled because they read the former administration. */
  cancelledRunIds: string[];
};

/**
 * Stores administration, import switches and options together, and says what changed. With another administration a
 * running sync ends; records that exist only in the former one are deactivated after the first complete read.
 * @throws AppError not_connected, settings_outdated, invalid_input, administration_missing for one that is not offered
 */
export async function saveSettings(engine: SyncEngine, request: SaveRequest): Promise<Saved> {
  const { actor, vendor } = request;
  const connector = requireConnector(engine.findConnector, vendor);
  const settings = parseSettings(connector, request.settings);
  const { connection, changes } = await engine.db.prisma.$transaction((tx) => storeSettings(tx, engine, connector, { ...request, settings }));
  const scope = { accountId: actor.accountId, connectionId: connection.id };
  const isSwitch = changes.some((change) => change.field === "administration");
  return {
    connectionId: connection.id,
    changes,
    cancelledRunIds: isSwitch ? await cancelActiveRuns(engine.db, scope) : [],
    requestedRunId: await requestFirstSync(engine, connector, { ...scope, changes, requestedBy: actor.name }),
  };
}

function parseSettings({ settingsSchema }: Connector, settings: unknown): ConnectorSettings {
  const parsed = settingsSchema.safeParse(settings);
  if (!parsed.success) throw new AppError("invalid_input", { kind: "config", detail: parsed.error.issues });
  return parsed.data;
}

type Checked = Omit<SaveRequest, "settings"> & { settings: ConnectorSettings };

async function storeSettings(tx: Prisma.TransactionClient, { timing }: SyncEngine, connector: Connector, request: Checked) {
  const { actor, vendor, settings } = request;
  const connection = await lockConnection(tx, { accountId: actor.accountId, vendor });
  if (connection.state === "disconnected") throw new AppError("not_connected", { kind: "config", params: { vendor: connector.manifest.name } });
  if (connection.settingsVersion !== request.settingsVersion) throw new AppError("settings_outdated", { kind: "config" });

  const administration = request.administration ?? connection.administration;
  const former = connector.settingsSchema.safeParse(connection.settings);
  const changes = compareSettings(
    { administration: connection.administration, settings: former.success ? former.data : { imports: {} } },
    { administration, settings },
  );
  if (changes.length === 0) return { connection, changes };

  const isSwitch = administration !== connection.administration;
  if (isSwitch) requireOffered(connection, administration);
  await tx.connection.update({
    where: { id: connection.id, accountId: actor.accountId },
    data: {
      settings,
      settingsVersion: { increment: 1 },
      administration,
      ...(isSwitch ? { ...repaired(connection), nextSyncAt: nextSlot(connection.id, timing.now(), timing.syncIntervalMinutes), dueSince: null } : {}),
    },
  });
  await recordEvent(tx, {
    actor,
    connectionId: connection.id,
    vendor,
    vendorName: connector.manifest.name,
    event: "connection.settings-saved",
    level: "info",
    changes: auditChanges(changes),
    detail: { changes },
  });
  return { connection, changes };
}

function requireOffered(connection: LockedConnection, administration: string | null): void {
  const isOffered = storedAdministrations.parse(connection.administrations).some(({ code }) => code === administration);
  if (!isOffered) throw new AppError("administration_missing", { kind: "config" });
}

/** A connection that waited for nothing but an administration works again. */
function repaired({ state, stateReason }: LockedConnection) {
  const isRepaired = state === "action_required" && (stateReason === "administration_missing" || stateReason === "no_administration");
  return isRepaired ? { state: "connected" as const, stateReason: null } : {};
}

function auditChanges(changes: readonly SettingChange[]): AuditDetail {
  return Object.fromEntries(
    changes.map((change) => [change.field === "import" ? change.kind : change.field, { before: change.before, after: change.after }]),
  );
}
