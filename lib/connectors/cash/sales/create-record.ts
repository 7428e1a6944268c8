import type { NewRecord, SendOutcome } from "@/lib/connectors/exporter";
import { AppError, toAppError } from "@/lib/errors";
import { cashFailure } from "../failures";
import type { CashRecord } from "../export/record-reader";
import { cashManifest } from "../manifest";
import { readAddress } from "../records/address";
import { tidy, withoutPadding } from "../records/text";
import type { CashSession } from "../session";
import type { OutgoingRecord } from "./import-xml";
import { readArticle, readRelationRecords } from "./look-up";
import { writeNewRecord } from "./new-record";
import { writeNumber } from "./notation";
import { isSameText } from "./same-text";
import { sendImport } from "./send-import";

const alreadyThere: SendOutcome = { outcome: "booked", documentId: null, ticket: null };

/**
 * A free relation number, without setting it aside at Cash: the wanted one when nothing at all stands under it, else the next one.
 * @throws AppError as every call; vendor_nonsense when none comes
 */
export async function proposeRelationNumber(session: CashSession, wanted: string | null): Promise<string> {
  const { nextRelationNumber, nextNumberRecord, nextNumber, relationNumberLength } = session.fieldMap;
  const number = wanted === null ? null : writeNumber(wanted, relationNumberLength);
  if (number !== null && Number(number) > 0 && (await readRelationRecords(session, number)).relation === undefined) return number;
  for await (const records of session.export(nextRelationNumber, nextNumberRecord)) {
    const number = tidy(records[0]?.get(nextNumber));
    if (/^\d+$/.test(number)) return number;
  }
  throw cashFailure("vendor_nonsense", { detail: "no next relation number" });
}

/**
 * Creates a relation with its customer record, or an article. An import over an existing number would overwrite what stands there, so
 * it is read first: what is there already is only completed, and somebody else's record is left alone.
 */
export async function createRecord(session: CashSession, record: NewRecord): Promise<SendOutcome> {
  const { records, remarks } = writeNewRecord(record, session.fieldMap);
  if (remarks.problems.length > 0) return { outcome: "refused", problems: remarks.problems, ticket: null, raw: "" };
  let missing: readonly OutgoingRecord[] | SendOutcome;
  try {
    missing = record.kind === "relation" ? await missingOfRelation(session, record, records) : await missingOfArticle(session, record, records);
  } catch (thrown) {
    // Nothing but reading was done so far.
    return { outcome: "notSent", error: thrown instanceof AppError || !session.context.signal.aborted ? toAppError(thrown) : cashFailure("vendor_unreachable", { cause: thrown }) };
  }
  if ("outcome" in missing) return missing;
  return missing.length === 0 ? alreadyThere : sendImport(session, missing);
}

async function missingOfRelation(session: CashSession, { externalId, party }: Extract<NewRecord, { kind: "relation" }>, records: readonly OutgoingRecord[]): Promise<readonly OutgoingRecord[] | SendOutcome> {
  const { fieldMap } = session;
  const [written] = records;
  const number = written?.fields[fieldMap.relationNumber];
  if (written === undefined || number === undefined) return { outcome: "notSent", error: cashFailure("vendor_nonsense", { detail: "a relation without a number cannot be created" }) };
  const { relation, customer } = await readRelationRecords(session, number);
  if (relation === undefined) return records;
  if (isSameRelation(relation, written, session)) return customer === undefined ? records.slice(1) : [];
  const params = { vendor: cashManifest.name, relation: party.debtorNumber ?? withoutPadding(externalId), name: tidy(relation.get(fieldMap.relationName)) };
  return { outcome: "refused", problems: [{ code: "relationNumberTaken", params }], ticket: null, raw: "" };
}

/** Name and street, as far as Cash gives them back. */
function isSameRelation(found: CashRecord, written: OutgoingRecord, { fieldMap }: CashSession): boolean {
  const sent = new Map(Object.entries(written.fields));
  const isSameName = isSameText(tidy(sent.get(fieldMap.relationName)), tidy(found.get(fieldMap.relationName)));
  return isSameName && isSameText(readAddress(sent, fieldMap).street ?? "", readAddress(found, fieldMap).street ?? "");
}

/** The code is what makes an article: one that is there is the one. */
async function missingOfArticle(session: CashSession, { externalId }: Extract<NewRecord, { kind: "article" }>, records: readonly OutgoingRecord[]): Promise<readonly OutgoingRecord[]> {
  return (await readArticle(session, externalId.trim().toUpperCase())).length > 0 ? [] : records;
}
