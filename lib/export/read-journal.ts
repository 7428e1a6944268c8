import type { Database } from "@/lib/db";
import type { JournalEvent } from "@/lib/export/journal";

/** One step of an export as a person reads it; `at` is an ISO text. */
export type JournalStep = { id: string; at: string; event: JournalEvent; actor: string | null; reference: string };

/** Each has a sentence `exports.journal.<event>` in the message files. */
const known: Record<JournalEvent, true> = {
  "intent.created": true, "intent.withdrawn": true, "export.postponed": true, "export.rejected": true, "export.finished": true,
  "record.reserved": true, "record.sending": true, "record.answered": true, "record.created": true, "send.begun": true, "send.answered": true,
  "worker.lost": true, "ticket.checked": true, "look-up.found": true, "look-up.absent": true, "look-up.unclear": true,
  "follow-up.begun": true, "follow-up.done": true, "follow-up.waiting": true, "follow-up.failed": true, "follow-up.uncertain": true,
  "duplicate.found": true, "duplicate.discarded": true, "document.changed": true, "person.asked-finish": true,
  "person.dismissed": true, "person.linked": true, "person.asked-again": true, "person.asked": true, "person.superseded": true,
};

const isKnown = (event: string): event is JournalEvent => event in known;

/** Enough to tell what happened; what was sent and came back stays in the database. */
const most = 200;

/** Every step of the exports of a work order, newest first. */
export async function readJournal({ prisma }: Pick<Database, "prisma">, { accountId, workOrderId }: { accountId: string; workOrderId: string }): Promise<JournalStep[]> {
  const rows = await prisma.exportJournal.findMany({
    where: { accountId, intent: { workOrderId } },
    orderBy: { id: "desc" },
    take: most,
    select: { id: true, at: true, event: true, actor: true, intent: { select: { reference: true } } },
  });
  return rows.flatMap(({ id, at, event, actor, intent }) => (isKnown(event) ? [{ id: String(id), at: at.toISOString(), event, actor, reference: intent.reference }] : []));
}
