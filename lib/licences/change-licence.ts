import { recordAudit } from "@/lib/audit/record-audit";
import type { Session } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import type { Licence } from "@/lib/generated/prisma/client";
import { licenceStanding } from "@/lib/licences/licence-standing";

type Request = { session: Pick<Session, "accountId" | "userId" | "name">; vendor: string; now: Date };
type Terms = { state: Licence["state"]; startedAt: Date; endsAt: Date | null; trialUsedAt: Date | null };

/** Whether it took effect. `refused`: the licence does not allow it as it stands now, for example after a second click. */
export type LicenceOutcome = { outcome: "done" | "refused" };

const day = 24 * 60 * 60_000;

/** Orders the licence of a vendor: from now on, without an end, also out of a trial or after a cancellation. */
export async function orderLicence(db: Database, request: Request): Promise<LicenceOutcome> {
  return changeLicence(db, request, "licence.ordered", (licence) =>
    licence?.state === "active" ? null : { state: "active", startedAt: request.now, endsAt: null, trialUsedAt: licence?.trialUsedAt ?? null },
  );
}

/** Starts the trial of a vendor, once per account. */
export async function startTrial(db: Database, request: Request & { trialDays: number }): Promise<LicenceOutcome> {
  const { now, trialDays } = request;
  return changeLicence(db, request, "licence.trial-started", (licence) => {
    if (licence?.trialUsedAt || licenceStanding(licence, now).usable) return null;
    return { state: "trial", startedAt: now, endsAt: new Date(now.getTime() + trialDays * day), trialUsedAt: now };
  });
}

/** Cancels a licence or a trial at once: the person has confirmed what stops. Settings, records and the connection stay. */
export async function cancelLicence(db: Database, request: Request): Promise<LicenceOutcome> {
  const { now } = request;
  return changeLicence(db, request, "licence.cancelled", (licence) => {
    if (!licence || !licenceStanding(licence, now).usable) return null;
    return { state: "cancelled", startedAt: licence.startedAt, endsAt: now, trialUsedAt: licence.trialUsedAt };
  });
}

/** Applies `decide` to the licence as it stands, one change of an account at a time, and records it in the same transaction. */
async function changeLicence(db: Database, request: Request, action: string, decide: (licence: Licence | null) => Terms | null): Promise<LicenceOutcome> {
  const { session, vendor, now } = request;
  const { accountId, userId, name } = session;
  return db.prisma.$transaction(async (tx): Promise<LicenceOutcome> => {
    await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
    const where = { accountId_vendor: { accountId, vendor } };
    const licence = await tx.licence.findUnique({ where });
    const terms = decide(licence);
    if (!terms) return { outcome: "refused" };
    await tx.licence.upsert({ where, create: { accountId, vendor, ...terms }, update: terms });
    const state = { before: licenceStanding(licence, now).state, after: licenceStanding(terms, now).state };
    await recordAudit({ prisma: tx }, { accountId, userId, userName: name, action, subject: vendor, detail: { licence: state } });
    return { outcome: "done" };
  });
}
