import type { MatchedKeys, WantedKeys } from "@/lib/connectors/exporter";
import { isBlocked } from "../records/blocked";
import type { CashRecord } from "../export/record-reader";
import { tidy } from "../records/text";
import type { CashSession } from "../session";
import { writeNumber } from "./notation";
import { comparableCode, comparableNumber, readByKey } from "./read-records";

/** More articles than this are looked for in the whole table, which is one request. */
const greatestSingles = 10;

type Match = { key: string; externalId: string; isBlocked: boolean };

/**
 * Asks Cash which relations and articles it has. A relation counts when it is a customer (R2220): one that is not can take no order, and
 * `create` makes it a customer without touching the rest. Blocked ones are known, so that nothing is ever created over them.
 */
export async function lookUpKeys(session: CashSession, wanted: WantedKeys): Promise<MatchedKeys> {
  const relations: Match[] = [];
  for (const key of new Set(wanted.relations)) {
    const match = await lookUpRelation(session, key);
    if (match !== null) relations.push(match);
  }
  const articles = await lookUpArticles(session, [...new Set(wanted.articles)]);
  const byKey = (matches: readonly Match[]) => Object.fromEntries(matches.map(({ key, externalId }) => [key, externalId]));
  const blocked = (matches: readonly Match[]) => matches.filter((match) => match.isBlocked).map(({ key }) => key);
  return { relations: byKey(relations), articles: byKey(articles), blocked: { relations: blocked(relations), articles: blocked(articles) } };
}

async function lookUpRelation(session: CashSession, key: string): Promise<Match | null> {
  const { fieldMap } = session;
  const number = writeNumber(key, fieldMap.relationNumberLength);
  const records = number === null ? null : await readRelationRecords(session, number);
  if (records?.relation === undefined || records.customer === undefined) return null;
  const { relation, customer } = records;
  const isClosed = isBlocked(relation, fieldMap.relationBlocked, fieldMap) || isBlocked(customer, fieldMap.customerBlocked, fieldMap);
  return { key, externalId: tidy(relation.get(fieldMap.relationNumber)), isBlocked: isClosed };
}

/** What stands under a relation number: the relation, and what makes it a customer. */
export async function readRelationRecords(session: CashSession, number: string): Promise<{ relation: CashRecord | undefined; customer: CashRecord | undefined }> {
  const { oneRelation, relationRecord, relationNumber, oneCustomer, customerRecord, customerRelation } = session.fieldMap;
  const about = { key: number, comparable: comparableNumber };
  const [relation] = await readByKey(session, { ...about, command: oneRelation, recordName: relationRecord, field: relationNumber });
  const [customer] = relation === undefined ? [] : await readByKey(session, { ...about, command: oneCustomer, recordName: customerRecord, field: customerRelation });
  return { relation, customer };
}

async function lookUpArticles(session: CashSession, keys: readonly string[]): Promise<Match[]> {
  const { fieldMap } = session;
  const { allArticles, articleRecord, articleCode, articleBlocked } = fieldMap;
  // A separator cannot stand inside a code: such an article Cash has not got.
  const askable = keys.filter((key) => !key.includes("|") && key.trim() !== "");
  const found = new Map<string, CashRecord>();
  const wantedCodes = new Set(askable.map(comparableCode));
  const note = (record: CashRecord) => {
    const code = comparableCode(record.get(articleCode));
    if (wantedCodes.has(code)) found.set(code, record);
  };
  if (wantedCodes.size <= greatestSingles) {
    for (const code of wantedCodes) (await readArticle(session, code)).forEach(note);
  } else {
    for await (const records of session.export(allArticles, articleRecord)) records.forEach(note);
  }
  return askable.flatMap((key) => {
    const record = found.get(comparableCode(key));
    return record === undefined ? [] : [{ key, externalId: tidy(record.get(articleCode)), isBlocked: isBlocked(record, articleBlocked, fieldMap) }];
  });
}

/** The article with this code, if there is one. */
export function readArticle(session: CashSession, code: string): Promise<CashRecord[]> {
  const { oneArticle, articleRecord, articleCode } = session.fieldMap;
  return readByKey(session, { command: oneArticle, key: code, recordName: articleRecord, field: articleCode, comparable: comparableCode });
}
