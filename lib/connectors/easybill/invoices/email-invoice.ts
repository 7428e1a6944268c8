import { z } from "zod";
import type { EasybillClient } from "../client";
import { failed, outcomeOfWrite, type Step } from "./follow-up";
import { firstAddress } from "./match-details";
import { payerSchema, type EasybillDocument } from "./records";

/**
 * Has EasyBill e-mail the final invoice, in the format that the customer has there. One that was sent already, by whatever way, is not sent
 * again.
 */
export const emailInvoice: Step = async (client, document) => {
  if (document.is_draft) return failed("A draft is not sent to a customer");
  if (document.last_postbox_id != null) return { outcome: "done" };
  const to = await readAddress(client, document);
  if (to === null) return failed("The customer has no e-mail address");
  const json = { to, document_file_type: null };
  return outcomeOfWrite(await client.send({ operation: "SendDocument", method: "POST", path: `/documents/${document.id}/send/email`, body: { json }, answer: z.unknown() }));
};

/** As the customer was when the invoice was finished, where EasyBill says so. */
async function readAddress(client: EasybillClient, { customer_snapshot, customer_id }: EasybillDocument): Promise<string | null> {
  const known = firstAddress(customer_snapshot?.emails);
  if (known !== null || customer_id == null) return known;
  return firstAddress((await client.request({ operation: "GetCustomer", method: "GET", path: `/customers/${customer_id}`, answer: payerSchema })).emails);
}
