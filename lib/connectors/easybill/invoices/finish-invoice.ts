import { easybillFailure } from "../failures";
import { outcomeOfWrite, type Step } from "./follow-up";
import { documentSchema } from "./records";

/** Makes the draft final, which gives it its number. One that is final already, whoever did it, stays as it is. */
export const finishInvoice: Step = async (client, { id, is_draft }) => {
  if (!is_draft) return { outcome: "done" };
  const sent = await client.send({ operation: "FinishDocument", method: "PUT", path: `/documents/${id}/done`, answer: documentSchema });
  if (sent.outcome === "answered" && sent.answer.is_draft) return { outcome: "waits", error: easybillFailure("vendor_nonsense", { detail: "still a draft after it was finished" }) };
  return outcomeOfWrite(sent);
};
