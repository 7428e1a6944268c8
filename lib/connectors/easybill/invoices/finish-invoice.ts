import type { Difference } from "@/lib/connectors/exporter";
import { easybillFailure } from "../failures";
import { compareInvoice } from "./compare-invoice";
import { describeDocument } from "./describe-document";
import { failed, outcomeOfWrite, type Step } from "./follow-up";
import { documentSchema } from "./records";

/**
 * Makes the draft final, which gives it its number. One that is final already, whoever did it, stays as it is; one that is not what was sent,
 * whoever changed it, stays a draft: nothing that is final can be taken back.
 */
export const finishInvoice: Step = async (client, document, { prepared }) => {
  if (!document.is_draft) return { outcome: "done" };
  const differences = compareInvoice(prepared, describeDocument(document));
  if (differences.length > 0) return failed(`The draft is not what was sent: ${differences.map(tell).join("; ")}`);
  const sent = await client.send({ operation: "FinishDocument", method: "PUT", path: `/documents/${document.id}/done`, answer: documentSchema });
  if (sent.outcome === "answered" && sent.answer.is_draft) return { outcome: "waits", error: easybillFailure("vendor_nonsense", { detail: "still a draft after it was finished" }) };
  return outcomeOfWrite(sent);
};

function tell({ field, line, expected, found }: Difference): string {
  return `${field}${line === undefined ? "" : ` of line ${line}`} "${expected}" → "${found}"`;
}
