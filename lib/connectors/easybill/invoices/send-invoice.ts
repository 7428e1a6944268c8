import type { Prepared, SendOutcome } from "@/lib/connectors/exporter";
import { AppError } from "@/lib/errors";
import type { EasybillClient } from "../client";
import { outcomeOfRefusal } from "./read-refusal";
import { documentSchema } from "./records";
import { writeBody } from "./write-body";

/** Makes the draft, and says what is known afterwards. Never throws for what EasyBill answers. */
export async function sendInvoice(client: EasybillClient, { content, problems }: Pick<Prepared, "content" | "problems">): Promise<SendOutcome> {
  // An invoice without a customer or a reference could be booked, and never be found again.
  const isWhole = problems.length === 0 && /^[1-9]\d*$/.test(content.head["customer_id"] ?? "") && (content.head["external_id"] ?? "") !== "";
  if (!isWhole) return { outcome: "notSent", error: new AppError("unexpected", { kind: "system", detail: { reason: "the invoice is not ready to be sent", problems } }) };
  const body = writeBody(content);
  const sent = await client.send({ operation: "CreateDocument", method: "POST", path: "/documents", body: { json: body }, answer: documentSchema });
  switch (sent.outcome) {
    case "answered":
      return { outcome: "booked", documentId: String(sent.answer.id), ticket: null };
    case "refused":
      return outcomeOfRefusal(sent.error, { record: "invoice", sent: body });
    case "notSent":
      return sent;
    case "uncertain":
      return { ...sent, ticket: null };
  }
}
