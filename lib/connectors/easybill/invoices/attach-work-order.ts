import type { FollowUpOutcome } from "@/lib/connectors/exporter";
import { toAppError } from "@/lib/errors";
import type { EasybillClient } from "../client";
import { outcomeOfWrite, type Step } from "./follow-up";
import { attachmentSchema, type EasybillDocument } from "./records";

/**
 * Uploads the work order and links it to the document; one of this name that is linked already is it. A file whose link was never made
 * belongs to nothing and is on no document. One that cannot be made is not tried for ever: the invoice can do without it.
 */
export const attachWorkOrder: Step = async (client, document, { workOrderPdf }) => {
  const made = await workOrderPdf().catch((thrown: unknown): FollowUpOutcome => ({ outcome: "failed", error: toAppError(thrown), raw: "" }));
  if ("outcome" in made) return made;
  const { name, content } = made;
  if (await isAttached(client, document, name)) return { outcome: "done" };
  const file = { name, content: new Uint8Array(content), type: "application/pdf" };
  const uploaded = await client.send({ operation: "CreateAttachment", method: "POST", path: "/attachments", body: { file }, answer: attachmentSchema });
  if (uploaded.outcome !== "answered") return outcomeOfWrite(uploaded);
  const link = { document_id: document.id, customer_id: null, project_id: null };
  return outcomeOfWrite(await client.send({ operation: "UpdateAttachment", method: "PUT", path: `/attachments/${uploaded.answer.id}`, body: { json: link }, answer: attachmentSchema }));
};

async function isAttached(client: EasybillClient, { attachment_ids }: EasybillDocument, name: string): Promise<boolean> {
  for (const id of attachment_ids ?? []) {
    const { file_name } = await client.request({ operation: "GetAttachment", method: "GET", path: `/attachments/${id}`, answer: attachmentSchema });
    if (file_name === name) return true;
  }
  return false;
}
