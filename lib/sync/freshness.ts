import { type ErrorCode, errorCodes } from "@/lib/errors";
import type { ConnectionState } from "@/lib/generated/prisma/enums";
import type { Timing } from "@/lib/timing";

export type FreshnessInput = {
  state: ConnectionState;
  stateReason: string | null;
  isLicensed: boolean;
  pausedAt: Date | null;
  nextSyncAt: Date | null;
  lastSuccessAt: Date | null;
  /** The first due sync that has had no success since. */
  dueSince: Date | null;
};

export type FreshnessState = "onTime" | "late" | "error" | "actionRequired" | "paused" | "notConnected" | "noLicence" | "firstSync";
export type Freshness = { state: FreshnessState; lastSuccessAt: Date | null; nextSyncAt: Date | null; reason?: ErrorCode };

const MINUTE = 60_000;

/**
 * How a connection stands to the promise of its schedule: late when a due sync has had no success for 15 minutes, an
 * error after 30. What keeps syncs from being due at all comes first.
 */
export function freshness(input: FreshnessInput, timing: Timing): Freshness {
  const { state, stateReason, lastSuccessAt } = input;
  const stands = (name: FreshnessState, reason?: ErrorCode): Freshness => ({
    state: name,
    lastSuccessAt,
    nextSyncAt: name === "onTime" || name === "late" || name === "error" || name === "firstSync" ? input.nextSyncAt : null,
    ...(reason === undefined ? {} : { reason }),
  });
  if (state === "disconnected") return stands("notConnected");
  if (!input.isLicensed) return stands("noLicence", "no_licence");
  if (state === "action_required") return stands("actionRequired", errorCodes.find((code) => code === stateReason));
  if (input.pausedAt !== null) return stands("paused");

  const overdue = overdueMinutes(input, timing);
  if (overdue >= timing.errorAfterMinutes) return stands("error");
  if (overdue >= timing.lateAfterMinutes) return stands("late");
  return stands(lastSuccessAt === null ? "firstSync" : "onTime");
}

/** Minutes since a sync was due that has not succeeded. A slot that has passed counts even when nothing has asked for it. */
function overdueMinutes({ dueSince, nextSyncAt }: FreshnessInput, timing: Timing): number {
  const since = dueSince ?? nextSyncAt;
  return since === null ? 0 : (timing.now().getTime() - since.getTime()) / MINUTE;
}
