import type { VendorContext } from "@/lib/connectors/connector";
import type { FoundDocument, Prepared } from "@/lib/connectors/exporter";
import { isDraft } from "@/lib/export/find-documents";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson, writeJournal, type JournalEvent } from "@/lib/export/journal";
import { logDuplicate } from "@/lib/export/log-export";

type Stray = { found: readonly FoundDocument[]; prepared: Prepared; /** The document that stays; null: none does. */ kept: string | null };

/**
 * Removes drafts that stand at the vendor twice because of us: with this reference, this customer and these lines. What is final, and what
 * somebody has changed, is never touched.
 * @throws AppError whatever the vendor throws; it can be repeated
 */
export async function discardDuplicates(held: HeldIntent, context: VendorContext, { found, prepared, kept }: Stray): Promise<void> {
  const { exporter } = held.connection;
  if (exporter.discard === null) return;
  for (const document of found) {
    if (document.id === kept || !isDraft(document) || exporter.compare(prepared, document).length > 0) continue;
    await note(held, document, "duplicate.found");
    await exporter.discard(context, document.id);
    await note(held, document, "duplicate.discarded");
  }
}

function note(held: HeldIntent, document: FoundDocument, event: JournalEvent): Promise<void> {
  const { connection, intent } = held;
  return held.write(async (tx) => {
    await writeJournal(tx, { accountId: intent.accountId, intentId: intent.id, fence: intent.fence, event, detail: toJson({ document }) });
    if (event !== "duplicate.discarded") return;
    const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: intent.workOrderId, accountId: connection.accountId }, select: { id: true, number: true } });
    await logDuplicate(tx, { connection, workOrder, at: held.now(), exchanges: held.exchanges }, { number: document.number, isDiscarded: true });
  });
}
