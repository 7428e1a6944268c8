import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { EasybillClient } from "../client";
import { EasybillRefusal } from "../failures";
import { readDocument } from "./read-document";

/**
 * Deletes a draft; one that is gone already is fine. It is read first, so that a document somebody has finished meanwhile stays.
 * @throws AppError as every request; unexpected when it is not a draft
 */
export async function discardDraft(client: EasybillClient, documentId: string): Promise<void> {
  const document = await readDocument(client, documentId);
  if (document === null) return;
  if (!document.is_draft) throw new AppError("unexpected", { kind: "system", detail: { reason: "a finished document is never deleted", documentId } });
  try {
    await client.request({ operation: "DeleteDocument", method: "DELETE", path: `/documents/${documentId}`, answer: z.unknown() });
  } catch (error) {
    if (!(error instanceof EasybillRefusal && error.isAboutMissing)) throw error;
  }
}
