import { referenceHead } from "@/lib/export/document/write-reference";
import type { ExportedDocument, ExportIntent } from "@/lib/generated/prisma/client";

/** How an exported document ended at the vendor where it did not stay; null: it is there, as far as is known. */
export function findEnd(document: Pick<ExportedDocument, "state"> | null): "deleted" | "cancelled" | null {
  return document?.state === "deleted" || document?.state === "cancelled" ? document.state : null;
}

/**
 * Under which revision a work order goes out once more whose document is gone: never that of the document, because by its reference that one is
 * still found, and would be adopted.
 */
export function revisionAnew(workOrder: { revision: number }, intent: Pick<ExportIntent, "revision">): number {
  return Math.max(workOrder.revision, intent.revision + 1);
}

/** With what the reference of that document begins. */
export function referenceAnew(workOrder: { number: string; revision: number }, intent: Pick<ExportIntent, "revision">): string {
  return referenceHead(workOrder.number, revisionAnew(workOrder, intent));
}
