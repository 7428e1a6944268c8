import type { DocumentView } from "@/lib/export/export-standing";

/** Whether the vendor tells more of the document than its number. */
export function tellsOfDocument(document: DocumentView | null): document is DocumentView {
  return document !== null && (document.state !== null || document.followUps.length > 0);
}
