import type { Prisma } from "@/lib/generated/prisma/client";

/** What happened to an intent; the form of `detail` is named beside each. */
export type JournalEvent =
  | "intent.created"
  | "intent.withdrawn"
  | "export.postponed"
  | "export.rejected"
  | "export.finished"
  | "record.reserved"
  | "record.sending"
  | "record.answered"
  | "record.created"
  /** hash, document, content, settings, administration: what leaves */
  | "send.begun"
  /** outcome, ticket, error, problems, raw, exchanges */
  | "send.answered"
  | "worker.lost"
  /** state of the ticket */
  | "ticket.checked"
  | "look-up.found"
  | "look-up.absent"
  | "look-up.unclear"
  /** followUp, and what came back: raw, error, exchanges */
  | "follow-up.begun"
  | "follow-up.done"
  | "follow-up.waiting"
  | "follow-up.failed"
  | "follow-up.uncertain"
  /** document: one that stands there twice because of us */
  | "duplicate.found"
  | "duplicate.discarded"
  /** before, after: how it stands at the vendor */
  | "document.changed"
  | "person.asked-finish"
  | "person.dismissed"
  | "person.linked"
  | "person.asked-again"
  | "person.asked"
  | "person.superseded";

export type JournalEntry = { accountId: string; intentId: string; fence: number; event: JournalEvent; actor?: string | null; detail: Prisma.InputJsonObject };

/** Adds a line to the journal of an intent, in the transaction of what it tells. It can never be changed. */
export async function writeJournal(tx: Prisma.TransactionClient, { actor = null, ...entry }: JournalEntry): Promise<void> {
  await tx.exportJournal.create({ data: { ...entry, actor } });
}

/** Anything as the plain JSON a journal keeps: moments as texts, what is undefined left out. */
export function toJson(value: unknown): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value ?? {}));
}
