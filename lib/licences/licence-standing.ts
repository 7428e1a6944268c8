import { assertNever } from "@/lib/assert";
import type { Licence } from "@/lib/generated/prisma/client";

/**
 * How an account stands to a vendor's licence. `usable`: syncs may run. When it is not, automatic syncs stop and all
 * settings stay. `endsAt`: when the right ends or ended; null while it has no end.
 */
export type LicenceStanding = { state: "none" | "trial" | "active" | "cancelled" | "lapsed"; usable: boolean; endsAt: Date | null };

export function licenceStanding(licence: Pick<Licence, "state" | "endsAt"> | null, now: Date): LicenceStanding {
  if (!licence) return { state: "none", usable: false, endsAt: null };
  const { state, endsAt } = licence;
  const isRunning = endsAt !== null && endsAt > now;
  switch (state) {
    case "active":
      return { state: "active", usable: true, endsAt: null };
    case "trial":
      return { state: isRunning ? "trial" : "lapsed", usable: isRunning, endsAt };
    case "cancelled":
      return { state: "cancelled", usable: isRunning, endsAt };
    default:
      return assertNever(state);
  }
}

const day = 24 * 60 * 60_000;

/** Days a trial still runs, today included: the last one is 1. */
export function daysLeft(endsAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / day));
}
