import { AppError } from "@/lib/errors";
import { writeJournal, type JournalEvent } from "@/lib/export/journal";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ExportState } from "@/lib/generated/prisma/enums";
import { Interruption } from "@/lib/sync/interruption";

/**
 * The only ways an intent can go. From `sending` and `uncertain` nothing leads back to `pending` but a proof that nothing was booked;
 * `finished` is left only when a person has a revision sent beside the document, another one in the place of a document that is gone, or its
 * draft finished again.
 */
const ways: Readonly<Record<ExportState, readonly ExportState[]>> = {
  pending: ["pending", "sending", "sent", "rejected", "needs_review", "dismissed"],
  sending: ["pending", "sent", "uncertain"],
  uncertain: ["uncertain", "pending", "sent", "rejected", "needs_review"],
  sent: ["sent", "finished", "needs_review"],
  needs_review: ["pending", "sent", "dismissed"],
  finished: ["sent", "dismissed"],
  rejected: ["dismissed"],
  dismissed: [],
};

export function isWay(from: ExportState, to: ExportState): boolean {
  return ways[from].includes(to);
}

export type Move = {
  intent: { id: string; accountId: string; state: ExportState; fence: number };
  to: ExportState;
  event: JournalEvent;
  /** Name of the person who decided it; null: the system. */
  actor?: string | null;
  detail: Prisma.InputJsonObject;
  /** What else changes on the intent. */
  changes?: Prisma.ExportIntentUpdateManyMutationInput;
};

/**
 * Moves an intent on and writes it into its journal. A person's move raises the fence, so that a worker who is at it loses it.
 * @throws Interruption `lost` when the intent is no longer in the state and with the number it was read with
 */
export async function moveIntent(tx: Prisma.TransactionClient, { intent, to, event, actor = null, detail, changes = {} }: Move): Promise<void> {
  if (!isWay(intent.state, to)) throw new AppError("unexpected", { kind: "system", detail: `An export cannot go from ${intent.state} to ${to}` });
  const byPerson = actor !== null;
  const { count } = await tx.exportIntent.updateMany({
    where: { id: intent.id, accountId: intent.accountId, state: intent.state, fence: intent.fence },
    data: { ...changes, state: to, ...(byPerson ? { fence: { increment: 1 }, worker: null, leaseUntil: null } : {}) },
  });
  if (count !== 1) throw new Interruption("lost");
  await writeJournal(tx, { accountId: intent.accountId, intentId: intent.id, fence: intent.fence + (byPerson ? 1 : 0), event, actor, detail: { from: intent.state, to, ...detail } });
}
