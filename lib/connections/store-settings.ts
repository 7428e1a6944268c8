import type { AuditDetail } from "@/lib/audit/record-audit";
import type { SettingChange } from "@/lib/connections/compare-settings";
import type { SavePlan } from "@/lib/connections/plan-save";
import { recordEvent } from "@/lib/connections/record-event";
import type { Connector } from "@/lib/connectors/connector";
import type { Prisma } from "@/lib/generated/prisma/client";
import { nextSlot } from "@/lib/sync/schedule";
import type { Timing } from "@/lib/timing";
import type { Actor } from "@/lib/users/actor";

/** Stores what was planned, with its line in the log and in the audit trail; nothing when nothing changes. */
export async function storeSettings(tx: Prisma.TransactionClient, timing: Timing, { manifest }: Connector, actor: Actor, plan: SavePlan): Promise<void> {
  const { connection, settings, administration, changes } = plan;
  if (changes.length === 0) return;
  await tx.connection.update({
    where: { id: connection.id, accountId: actor.accountId },
    data: { settings, settingsVersion: { increment: 1 }, administration, ...afterSwitch(plan, timing), ...afterExports(plan, timing) },
  });
  await recordEvent(tx, {
    actor,
    connectionId: connection.id,
    vendor: manifest.id,
    vendorName: manifest.name,
    event: "connection.settings-saved",
    level: "info",
    changes: auditChanges(manifest.id, changes),
    detail: { changes },
  });
}

/** After a switch the next sync waits for its slot, and a connection that waited for nothing but an administration works again. */
function afterSwitch({ isSwitch, connection: { id, state, stateReason } }: SavePlan, timing: Timing) {
  if (!isSwitch) return {};
  const isRepaired = state === "action_required" && (stateReason === "administration_missing" || stateReason === "no_administration");
  return {
    ...(isRepaired ? { state: "connected" as const, stateReason: null } : {}),
    nextSyncAt: nextSlot(id, timing.now(), timing.syncIntervalMinutes),
    dueSince: null,
  };
}

/** Whoever has switched exports on or changed how they go out sees it at once, not at the next slot. */
function afterExports({ changes, settings: { exports } }: SavePlan, timing: Timing) {
  if (!changes.some((change) => change.field === "export")) return {};
  return { nextExportAt: exports?.["isOn"] === true ? timing.now() : null };
}

/** Export options under the vendor's name: `cash.exports.hourRounding`. */
function auditChanges(vendor: string, changes: readonly SettingChange[]): AuditDetail {
  return Object.fromEntries(changes.map((change) => [auditField(vendor, change), { before: change.before, after: change.after }]));
}

function auditField(vendor: string, change: SettingChange): string {
  if (change.field === "import") return change.kind;
  return change.field === "export" ? `${vendor}.exports.${change.option}` : change.field;
}
