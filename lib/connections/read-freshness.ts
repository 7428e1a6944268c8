import type { Connection } from "@/lib/connections/read-connection";
import type { ErrorCode } from "@/lib/errors";
import type { LicenceStanding } from "@/lib/licences/licence-standing";
import { freshness, type FreshnessState } from "@/lib/sync/freshness";
import type { Timing } from "@/lib/timing";

/** How a connection stands to the promise of its schedule. Moments are ISO texts (UTC). */
export type FreshnessView = { state: FreshnessState; lastSuccessAt: string | null; nextSyncAt: string | null; pausedAt: string | null; reason: ErrorCode | null };

/** The state that a vendor's page and the list open with; without a connection the licence decides. */
export function readFreshness(connection: Connection | null, { usable }: LicenceStanding, timing: Timing): FreshnessView {
  if (!connection) return { state: usable ? "notConnected" : "noLicence", lastSuccessAt: null, nextSyncAt: null, pausedAt: null, reason: null };
  const { state, lastSuccessAt, nextSyncAt, reason } = freshness({ ...connection, isLicensed: usable }, timing);
  return {
    state,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    nextSyncAt: nextSyncAt?.toISOString() ?? null,
    pausedAt: connection.pausedAt?.toISOString() ?? null,
    reason: reason ?? null,
  };
}
