import { z } from "zod";
import type { ExportSettings } from "@/lib/connectors/connector";
import type { NewRecord, SendOutcome } from "@/lib/connectors/exporter";
import { AppError, toAppError } from "@/lib/errors";
import type { EasybillClient } from "../client";
import { easybillFailure } from "../failures";
import { easybillManifest } from "../manifest";
import { readName } from "../records/person-name";
import { lineOf } from "../records/text";
import { readCustomers, readPositions } from "./look-up";
import { writeNewRecord, type WrittenRecord } from "./new-record";
import { outcomeOfRefusal } from "./read-refusal";
import type { EasybillPayer } from "./records";

const alreadyThere: SendOutcome = { outcome: "booked", documentId: null, ticket: null };

/**
 * Creates a customer, or a product or service. EasyBill would take the same number a second time, so it is read first: what is there already
 * stays as it is, and a number that somebody else has is not used.
 */
export async function createRecord(client: EasybillClient, record: NewRecord, settings: ExportSettings): Promise<SendOutcome> {
  const written = writeNewRecord(record, settings);
  if (written.remarks.problems.length > 0) return { outcome: "refused", problems: written.remarks.problems, ticket: null, raw: "" };
  let there: SendOutcome | null;
  try {
    there = record.kind === "relation" ? await findCustomer(client, record, written) : await findPosition(client, record);
  } catch (thrown) {
    // Nothing but reading was done so far.
    const isOurs = thrown instanceof AppError || !client.context.signal.aborted;
    return { outcome: "notSent", error: isOurs ? toAppError(thrown) : easybillFailure("vendor_unreachable", { cause: thrown }) };
  }
  return there ?? post(client, record, written);
}

async function post(client: EasybillClient, { kind }: NewRecord, { path, body }: WrittenRecord): Promise<SendOutcome> {
  const operation = kind === "relation" ? "CreateCustomer" : "CreatePosition";
  const sent = await client.send({ operation, method: "POST", path, body: { json: body }, answer: z.object({ id: z.int() }) });
  switch (sent.outcome) {
    case "answered":
      return { outcome: "booked", documentId: String(sent.answer.id), ticket: null };
    case "refused":
      return outcomeOfRefusal(sent.error, { record: kind === "relation" ? "relation" : "article", sent: body });
    case "notSent":
      return sent;
    case "uncertain":
      return { ...sent, ticket: null };
  }
}

async function findCustomer(client: EasybillClient, { externalId, party }: Extract<NewRecord, { kind: "relation" }>, { body }: WrittenRecord): Promise<SendOutcome | null> {
  if (lineOf(externalId) === null) throw easybillFailure("vendor_nonsense", { detail: "a customer without a number could not be found again" });
  const found = (await readCustomers(client, [externalId])).filter(({ number }) => lineOf(number) === lineOf(externalId));
  const [other] = found;
  if (other === undefined || found.some((customer) => isSameCustomer(customer, party.name, String(body["street"])))) return other === undefined ? null : alreadyThere;
  const params = { vendor: easybillManifest.name, relation: party.debtorNumber ?? externalId, name: readName(other).name ?? "" };
  return { outcome: "refused", problems: [{ code: "relationNumberTaken", params }], ticket: null, raw: "" };
}

function isSameCustomer(customer: EasybillPayer, name: string, street: string): boolean {
  const isSame = (one: string | null | undefined, other: string) => (lineOf(one) ?? "").toLowerCase() === (lineOf(other) ?? "").toLowerCase();
  return isSame(readName(customer).name, name) && isSame(customer.street, street);
}

/** The number is what makes a position: one that is there is the one. */
async function findPosition(client: EasybillClient, { externalId }: Extract<NewRecord, { kind: "article" }>): Promise<SendOutcome | null> {
  const found = await readPositions(client, [externalId]);
  return found.some(({ number }) => lineOf(number) === lineOf(externalId)) ? alreadyThere : null;
}
