import { skipRecord } from "@/lib/connectors/check-record";
import type { PassEvent, PassRequest } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { cashFailure } from "../failures";
import { readDeliveryAddress } from "../records/delivery-address";
import { readRelation } from "../records/relation";
import { tidy, withoutPadding } from "../records/text";
import type { CashSession } from "../session";
import { Customers } from "./customers";
import { planChanges, writeCursor, type ChangesPlan } from "./cursor";
import { exportChanges } from "./export-changes";
import { Pages } from "./pages";
import { findTouchedRelations } from "./touched-relations";

/** Up to this many relations are fetched one by one; above, the whole table is one request. */
const greatestSingles = 25;

/** What a pass over the relations works with. */
type RelationsPass = { session: CashSession; pass: PassRequest; customers: Customers; pages: Pages };

/**
 * Relations with their delivery addresses. R2220 and R2229 are read completely every time; of R0101, where only changes are
 * asked for, what Cash shows as changed and what R2220 shows to have changed its place among the customers.
 */
export async function* readRelations(session: CashSession, pass: PassRequest): AsyncGenerator<PassEvent> {
  const startedAt = session.context.timing.now();
  const customers = await Customers.read(session);
  if (customers.size === 0 && (await hasActive(pass, "relations"))) throw cashFailure("vendor_emptied", { detail: "no customers (R2220)" });
  const work = { session, pass, customers, pages: new Pages(pass.kinds) };
  const plan = planChanges(pass, startedAt);
  const isComplete = yield* plan === null ? readAll(work) : readChanges(work, plan);
  yield* readDeliveryAddresses(work);
  const complete: RecordKind[] = isComplete ? ["relations", "deliveryAddresses"] : ["deliveryAddresses"];
  yield { type: "end", complete: complete.filter((kind) => pass.kinds.has(kind)), cursor: writeCursor(startedAt, customers.blockedNumbers()) };
}

/** Out: true, as every relation was handed over. */
async function* readAll({ session, pass, customers, pages }: RelationsPass): AsyncGenerator<PassEvent, boolean> {
  const { fieldMap } = session;
  for await (const records of session.export(fieldMap.allRelations, fieldMap.relationRecord)) {
    for (const record of records) {
      const externalId = tidy(record.get(fieldMap.relationNumber));
      customers.noteRelation(externalId);
      pages.add("relations", readRelation(record, customers.standingOf(externalId), fieldMap));
    }
    yield* pages.takeFull();
  }
  const unread = [...customers.withoutRelation()];
  if (unread.length === customers.size && (await hasActive(pass, "relations"))) throw cashFailure("vendor_emptied", { detail: "no relations (R0101)" });
  if (isCutOff(unread.length, customers.size)) throw cashFailure("vendor_incomplete", { detail: `${unread.length} of ${customers.size} customers (R2220) are no relations (R0101)` });
  for (const externalId of unread) pages.add("relations", withoutRelation(externalId, customers));
  yield* pages.takeAll();
  return true;
}

/** R2220 names so many customers that R0101 does not have that only a part of R0101 can have come, however well it was formed. */
function isCutOff(unread: number, customers: number): boolean {
  return unread > 10 && unread > customers / 5;
}

/** Out: whether every relation was handed over after all. */
async function* readChanges(work: RelationsPass, { days, blockedBefore }: ChangesPlan): AsyncGenerator<PassEvent, boolean> {
  const { session, pass, customers, pages } = work;
  const { fieldMap } = session;
  const touched = await findTouchedRelations(customers, pass.known, blockedBefore, greatestSingles);
  if (touched.size > greatestSingles) return yield* readAll(work);

  const commands = { changed: fieldMap.changedRelations, all: fieldMap.allRelations, recordName: fieldMap.relationRecord };
  const left = new Map([...touched].map((externalId) => [withoutPadding(externalId), externalId]));
  let isWholeTable = false;
  for await (const batch of exportChanges(session, commands, days)) {
    isWholeTable = batch.isWholeTable;
    for (const record of batch.records) {
      const externalId = tidy(record.get(fieldMap.relationNumber));
      left.delete(withoutPadding(externalId));
      customers.noteRelation(externalId);
      pages.add("relations", readRelation(record, customers.standingOf(externalId), fieldMap));
    }
    yield* pages.takeFull();
  }
  const unread = isWholeTable ? [...customers.withoutRelation()] : [];
  for (const externalId of unread) pages.add("relations", withoutRelation(externalId, customers));
  for (const externalId of left.values()) if (!unread.includes(externalId)) await readOne(work, externalId);
  yield* pages.takeAll();
  return isWholeTable;
}

async function readOne({ session, customers, pages }: RelationsPass, externalId: string): Promise<void> {
  const { fieldMap } = session;
  let isFound = false;
  for await (const records of session.export(`${fieldMap.oneRelation}|${externalId}`, fieldMap.relationRecord)) {
    for (const record of records) {
      if (withoutPadding(tidy(record.get(fieldMap.relationNumber))) !== withoutPadding(externalId)) continue;
      isFound = true;
      pages.add("relations", readRelation(record, customers.standingOf(externalId), fieldMap));
    }
  }
  if (!isFound) pages.add("relations", withoutRelation(externalId, customers));
}

/** A number without a relation (R0101) behind it: only what R2220 says of it is known. */
function withoutRelation(externalId: string, customers: Customers): SourceRecord<"relations"> {
  const subject = { externalId, label: "" };
  switch (customers.standingOf(externalId)) {
    case "none":
      return skipRecord(subject, "notCustomer");
    case "blocked":
      return skipRecord(subject, "blocked");
    case "open":
      return skipRecord(subject, "withoutRelation");
  }
}

async function* readDeliveryAddresses({ session, pages }: RelationsPass): AsyncGenerator<PassEvent> {
  const { fieldMap } = session;
  for await (const records of session.export(fieldMap.allDeliveryAddresses, fieldMap.deliveryAddressRecord)) {
    for (const record of records) pages.add("deliveryAddresses", readDeliveryAddress(record, fieldMap));
    yield* pages.takeFull();
  }
  yield* pages.takeAll();
}

async function hasActive({ known }: PassRequest, kind: RecordKind): Promise<boolean> {
  for await (const externalIds of known.activeIds(kind)) if (externalIds.length > 0) return true;
  return false;
}
