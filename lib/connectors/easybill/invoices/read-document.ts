import type { EasybillClient } from "../client";
import { EasybillRefusal } from "../failures";
import { documentSchema, type EasybillDocument } from "./records";

/**
 * A document as it stands now; null when it is not there any more.
 * @throws AppError as every request
 */
export async function readDocument(client: EasybillClient, documentId: string): Promise<EasybillDocument | null> {
  try {
    return await client.request({ operation: "GetDocument", method: "GET", path: `/documents/${documentId}`, answer: documentSchema });
  } catch (error) {
    if (error instanceof EasybillRefusal && error.isAboutMissing) return null;
    throw error;
  }
}
