import { deletedStanding, type DocumentStanding } from "@/lib/connectors/document-state";
import type { EasybillClient } from "../client";
import { easybillFailure } from "../failures";
import { readStanding } from "../invoices/document-standing";
import { readOne } from "../read-one";

/** How one document stands at EasyBill now, by one request. */
export async function fetchDocument(client: EasybillClient, documentId: string): Promise<DocumentStanding[]> {
  const document = await readOne(client, "get document", `/documents/${documentId}`);
  const standing = document === null ? deletedStanding(documentId) : readStanding(document);
  if (standing === null) throw easybillFailure("vendor_nonsense", { detail: { documentId } });
  return [standing];
}
