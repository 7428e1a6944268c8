import { assertNever } from "@/lib/assert";
import { skipRecord } from "@/lib/connectors/check-record";
import type { VendorContext } from "@/lib/connectors/connector";
import type { FetchedRecords, LookUp, WantedRecord } from "@/lib/connectors/look-up";
import type { SourceRecord } from "@/lib/connectors/records";
import type { CashRecord } from "./export/record-reader";
import { CashRefusal } from "./failures";
import type { FieldMap } from "./field-map";
import { readArticle } from "./records/article";
import { isBlocked } from "./records/blocked";
import { readDeliveryAddress } from "./records/delivery-address";
import { readEmployee } from "./records/employee";
import { readRelation } from "./records/relation";
import { readWarehouse } from "./records/warehouse";
import { comparableCode, comparableNumber, readByKey } from "./sales/read-records";
import type { CashSession } from "./session";

/** Every table of Cash answers for one key. */
export function createCashLookUp(open: (context: VendorContext) => CashSession): LookUp {
  return {
    kinds: ["relations", "materials", "hourTypes", "warehouses", "employees"],
    read: (context, wanted) => lookUp(open(context), wanted),
  };
}

const nothing: FetchedRecords = { records: [], gone: [] };

/** What stands in Cash now: one request, three for a relation. */
async function lookUp(session: CashSession, { kind, externalId }: WantedRecord): Promise<FetchedRecords> {
  const { fieldMap } = session;
  switch (kind) {
    case "relations":
      return lookUpRelation(session, externalId);
    case "materials":
    case "hourTypes":
      return lookUpArticle(session, kind, externalId);
    case "warehouses":
      return one(kind, externalId, await readCode(session, externalId, fieldMap.allWarehouses, fieldMap.warehouseRecord, fieldMap.warehouseCode), (record) => readWarehouse(record, fieldMap));
    case "employees":
      return one(kind, externalId, await readCode(session, externalId, fieldMap.allEmployees, fieldMap.employeeRecord, fieldMap.employeeCode), (record) => readEmployee(record, fieldMap));
    case "contacts":
    case "categories":
      // Cash has none.
      return nothing;
    default:
      return assertNever(kind);
  }
}

function one(kind: "warehouses" | "employees", externalId: string, records: readonly CashRecord[], read: (record: CashRecord) => SourceRecord): FetchedRecords {
  return records.length === 0 ? { ...nothing, gone: [{ kind, externalId }] } : { ...nothing, records: [{ kind, records: records.map(read) }] };
}

/** The record with this code, by the letters the imports use, so that it has the same fields. A separator cannot stand in a key: then the table is read. */
async function readCode(session: CashSession, code: string, command: string, recordName: string, field: string): Promise<CashRecord[]> {
  const about = { command, recordName, field, comparable: comparableCode };
  if (!code.includes("|")) return readByKey(session, { ...about, key: code });
  const found: CashRecord[] = [];
  for await (const records of session.export(command, recordName)) found.push(...records.filter((record) => comparableCode(record.get(field)) === comparableCode(code)));
  return found;
}

/** An article is material or an hour type; what it was before, it is no longer. */
async function lookUpArticle(session: CashSession, kind: "materials" | "hourTypes", externalId: string): Promise<FetchedRecords> {
  const { fieldMap } = session;
  const [found] = await readCode(session, externalId, fieldMap.allArticles, fieldMap.articleRecord, fieldMap.articleCode);
  if (found === undefined) return { ...nothing, gone: [{ kind, externalId }] };
  const article = readArticle(found, fieldMap);
  const left = article.kind === kind ? [] : [{ kind, records: [skipRecord({ externalId, label: "" }, "unknownType", { name: "type", value: "" })] }];
  return { ...nothing, records: [{ kind: article.kind, records: [article.record] }, ...left] };
}

/** A relation is what R0101 and R2220 say together, as in the imports. Its delivery addresses come along where Cash answers for them. */
async function lookUpRelation(session: CashSession, externalId: string): Promise<FetchedRecords> {
  const { fieldMap } = session;
  const about = { key: externalId, comparable: comparableNumber };
  const [relation] = await readByKey(session, { ...about, command: fieldMap.oneRelation, recordName: fieldMap.relationRecord, field: fieldMap.relationNumber });
  if (relation === undefined) return { ...nothing, gone: [{ kind: "relations", externalId }] };
  const [customer] = await readByKey(session, { ...about, command: fieldMap.oneCustomer, recordName: fieldMap.customerRecord, field: fieldMap.customerRelation });
  const standing = customer === undefined ? "none" : isBlocked(customer, fieldMap.customerBlocked, fieldMap) ? "blocked" : "open";
  const addresses = await readAddresses(session, externalId, fieldMap);
  return { ...nothing, records: [{ kind: "relations", records: [readRelation(relation, standing, fieldMap)] }, { kind: "deliveryAddresses", records: addresses }] };
}

/**
 * The delivery addresses of a relation. That R2229 answers for a relation's number is inferred, so nothing counts as gone that is not among them: the
 * next sync reads the table completely.
 */
async function readAddresses(session: CashSession, relation: string, fieldMap: FieldMap): Promise<SourceRecord[]> {
  const { addressesOfRelation: command, deliveryAddressRecord: recordName, deliveryAddressRelation: field } = fieldMap;
  try {
    const records = await readByKey(session, { command, key: relation, recordName, field, comparable: comparableNumber });
    return records.map((record) => readDeliveryAddress(record, fieldMap));
  } catch (error) {
    if (error instanceof CashRefusal && error.isAboutCommand) return [];
    throw error;
  }
}
