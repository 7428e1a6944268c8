import type { Manifest } from "@/lib/connectors/connector";
import type { Licence } from "@/lib/generated/prisma/client";
import { daysLeft, licenceStanding, type LicenceStanding } from "@/lib/licences/licence-standing";

/** What the License manager shows of one vendor. */
export type LicenceCard = {
  vendor: string;
  name: string;
  trialDays: number;
  standing: LicenceStanding;
  startedAt: Date | null;
  /** Of a running trial, today included. */
  daysLeft: number;
  /** The trial can be taken once, and not beside a licence. */
  canTry: boolean;
};

export function licenceCard({ id, name, trialDays }: Manifest, licence: Licence | null, now: Date): LicenceCard {
  const standing = licenceStanding(licence, now);
  return {
    vendor: id,
    name,
    trialDays,
    standing,
    startedAt: licence?.startedAt ?? null,
    daysLeft: standing.endsAt ? daysLeft(standing.endsAt, now) : 0,
    canTry: !standing.usable && !licence?.trialUsedAt,
  };
}
