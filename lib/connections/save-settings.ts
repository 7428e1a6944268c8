import { cancelActiveRuns } from "@/lib/connections/cancel-active-runs";
import type { SettingChange } from "@/lib/connections/compare-settings";
import { requestFirstSync } from "@/lib/connections/request-first-sync";
import { requireConnector } from "@/lib/connections/require-connector";
import { planSave, type CheckedSave } from "@/lib/connections/plan-save";
import { storeSettings } from "@/lib/connections/store-settings";
import type { Connector } from "@/lib/connectors/connector";
import { AppError } from "@/lib/errors";
import type { SyncEngine } from "@/lib/sync/engine";
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
  /** How many work orders the person has seen go out at once under exactly these settings; null: has not been asked. */
  confirmedExports: number | null;
};

export type Saved = {
  outcome: "saved";
  connectionId: string;
  /** Names instead of ids where an option is chosen from a list of the account. */
  changes: SettingChange[];
  /** A sync that was requested because an import was switched on for the first time, or the administration is another one. */
  requestedRunId: string | null;
  /** Syncs that were cancelled because they read the former administration. */
  cancelledRunIds: string[];
  /** Work orders may go out at once. */
  releasesExports: boolean;
};

/** `asks`: so many completed work orders would go out at once, more than was confirmed; nothing has been stored. */
export type SaveOutcome = Saved | { outcome: "asks"; ahead: number };

/**
 * Stores administration, import switches and export options together, and says what changed. With another administration a
 * running sync ends; records that exist only in the former one are deactivated after the first complete read. What sends
 * more work orders out at once has to be confirmed with their number.
 * @throws AppError not_connected, settings_outdated, invalid_input, administration_missing for one that is not offered,
 * exports_uncertain for another administration while the outcome of an export is open
 */
export async function saveSettings(engine: SyncEngine, request: SaveRequest): Promise<SaveOutcome> {
  const { actor } = request;
  const { connector, checked } = check(engine, request);
  const plan = await engine.db.prisma.$transaction(async (tx) => {
    const planned = await planSave(tx, connector, checked);
    if (planned.outcome === "planned") await storeSettings(tx, engine.timing, connector, actor, planned);
    return planned;
  });
  if (plan.outcome === "asks") return plan;
  const { connection, changes, isSwitch, releasesExports } = plan;
  const scope = { accountId: actor.accountId, connectionId: connection.id };
  return {
    outcome: "saved",
    connectionId: connection.id,
    changes,
    releasesExports,
    cancelledRunIds: isSwitch ? await cancelActiveRuns(engine.db, scope) : [],
    requestedRunId: await requestFirstSync(engine, connector, { ...scope, changes, requestedBy: actor.name }),
  };
}

/** Whether {@link saveSettings} would ask, before anything else is tried; it throws the same. Stores nothing. */
export async function askBeforeSaving(engine: SyncEngine, request: SaveRequest): Promise<Extract<SaveOutcome, { outcome: "asks" }> | null> {
  const { connector, checked } = check(engine, request);
  const plan = await engine.db.prisma.$transaction((tx) => planSave(tx, connector, checked));
  return plan.outcome === "asks" ? plan : null;
}

function check({ findConnector }: SyncEngine, request: SaveRequest): { connector: Connector; checked: CheckedSave } {
  const connector = requireConnector(findConnector, request.vendor);
  const parsed = connector.settingsSchema.safeParse(request.settings);
  if (!parsed.success) throw new AppError("invalid_input", { kind: "config", detail: parsed.error.issues });
  return { connector, checked: { ...request, settings: parsed.data } };
}
