import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { MuteLength } from "@/lib/issues/mute-lengths";

const A_DAY = 24 * 60 * 60_000;

type Mute = { accountId: string; issueId: string; actor: string; now: Date };

/**
 * Keeps an open issue from being counted and told of; it stays on its page, below the others. What is wrong is not changed by it.
 * @throws AppError record_not_found where it is not open in this account
 */
export async function muteIssue(db: Database, { accountId, issueId, actor, now, length }: Mute & { length: MuteLength }): Promise<void> {
  const until = length === "resolved" ? null : new Date(now.getTime() + (length === "week" ? 7 : 1) * A_DAY);
  await change(db, { accountId, issueId, actor, now }, { kind: "muted", until, changes: { mutedAt: now, mutedBy: actor, muteEndsAt: until } });
}

/** @throws AppError record_not_found where it is not open in this account */
export async function unmuteIssue(db: Database, mute: Mute): Promise<void> {
  await change(db, mute, { kind: "unmuted", until: null, changes: { mutedAt: null, mutedBy: null, muteEndsAt: null } });
}

type Change = { kind: "muted" | "unmuted"; until: Date | null; changes: { mutedAt: Date | null; mutedBy: string | null; muteEndsAt: Date | null } };

async function change({ prisma }: Database, { accountId, issueId, actor, now }: Mute, { kind, until, changes }: Change): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.issue.updateMany({ where: { accountId, id: issueId, state: "open" }, data: changes });
    if (count === 0) throw new AppError("record_not_found", { kind: "config" });
    await tx.issueEvent.create({ data: { accountId, issueId, at: now, kind, actor, until } });
  });
}
