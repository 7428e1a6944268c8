import type { FoundDocument, PreparedContent } from "@/lib/connectors/exporter";
import type { CashRecord } from "../export/record-reader";
import { CashRefusal } from "../failures";
import { tidy, withoutPadding } from "../records/text";
import { exportChanges } from "../retrievals/export-changes";
import type { CashSession } from "../session";
import { writeText } from "./cash-text";
import { comparableNumber, readByKey } from "./read-records";

const dayInMilliseconds = 86_400_000;

/**
 * The sales orders with exactly this reference, with their lines. What changed since is read first, which is little; "none" is said only
 * after the whole table was read to its end.
 * @param since no order with this reference is older
 * @throws AppError as every export; vendor_incomplete when an answer breaks off
 */
export async function findOrders(session: CashSession, reference: string, since: Date): Promise<FoundDocument[]> {
  const { changedOrders, allOrders, orderRecord } = session.fieldMap;
  const commands = { changed: changedOrders, all: allOrders, recordName: orderRecord };
  const isWanted = referenceTest(session, reference);
  // The day that has begun counts; should Cash's days begin at another hour, the whole table makes up for it.
  const days = Math.max(0, Math.floor((session.context.timing.now().getTime() - since.getTime()) / dayInMilliseconds)) + 1;
  const recent = await filterHeads(session, commands, days, isWanted);
  const heads = recent.heads.length > 0 || recent.isWholeTable ? recent.heads : (await filterHeads(session, commands, null, isWanted)).heads;
  const found: FoundDocument[] = [];
  for (const head of heads) found.push(describeOrder(session, head, await readLines(session, tidy(head.get(session.fieldMap.orderNumber)))));
  return found;
}

/**
 * One of them by its number: Cash cannot be asked for a single order.
 * @throws AppError as {@link findOrders}
 */
export async function readOrder(session: CashSession, number: string, { reference, since }: { reference: string; since: Date }): Promise<FoundDocument | null> {
  const found = await findOrders(session, reference, since);
  return found.find(({ id }) => comparableNumber(id) === comparableNumber(number)) ?? null;
}

type Commands = Parameters<typeof exportChanges>[1];

async function filterHeads(session: CashSession, commands: Commands, days: number | null, isWanted: (head: CashRecord) => boolean): Promise<{ heads: CashRecord[]; isWholeTable: boolean }> {
  const byNumber = new Map<string, CashRecord>();
  let isWholeTable = days === null;
  for await (const batch of exportChanges(session, commands, days)) {
    isWholeTable = batch.isWholeTable;
    for (const head of batch.records.filter(isWanted)) byNumber.set(comparableNumber(head.get(session.fieldMap.orderNumber)), head);
  }
  return { heads: [...byNumber.values()], isWholeTable };
}

/** Cash may write the reference in capitals; two references that differ in capitals alone are told apart where it does not. */
function referenceTest({ fieldMap }: CashSession, reference: string): (head: CashRecord) => boolean {
  const wanted = writeText(reference, fieldMap).text;
  return (head) => {
    const found = writeText(tidy(head.get(fieldMap.orderReference)), fieldMap).text;
    return found === wanted || found === wanted.toUpperCase();
  };
}

async function readLines(session: CashSession, number: string): Promise<CashRecord[]> {
  const { linesOfOrder, orderLineRecord, orderLineOrder, orderLineNumber } = session.fieldMap;
  const lines = await readLinesOf(session, { command: linesOfOrder, key: number, recordName: orderLineRecord, field: orderLineOrder, comparable: comparableNumber });
  const place = (line: CashRecord) => Number(line.get(orderLineNumber) ?? 0);
  return lines.sort((one, other) => place(one) - place(other));
}

/** An installation that does not answer for one order answers for all. */
async function readLinesOf(session: CashSession, question: Parameters<typeof readByKey>[1]): Promise<CashRecord[]> {
  try {
    return await readByKey(session, question);
  } catch (error) {
    if (!(error instanceof CashRefusal) || !error.isAboutCommand) throw error;
  }
  const { command, recordName, field, comparable, key } = question;
  const found: CashRecord[] = [];
  for await (const records of session.export(command, recordName)) found.push(...records.filter((record) => comparable(record.get(field)) === comparable(key)));
  return found;
}

function describeOrder({ fieldMap, context }: CashSession, head: CashRecord, lines: readonly CashRecord[]): FoundDocument {
  const id = tidy(head.get(fieldMap.orderNumber));
  const content: PreparedContent = { head: Object.fromEntries(head), lines: lines.map((line) => Object.fromEntries(line)) };
  return {
    id,
    number: withoutPadding(id),
    url: orderUrl(fieldMap.orderUrl, withoutPadding(id), context.administration ?? ""),
    date: readDate(head.get(fieldMap.orderDate)),
    customer: withoutPadding(tidy(head.get(fieldMap.orderCustomer))) || null,
    content,
    standing: null,
  };
}

function orderUrl(template: string, number: string, administration: string): string | null {
  if (template === "") return null;
  return template.replaceAll("{number}", encodeURIComponent(number)).replaceAll("{administration}", encodeURIComponent(administration));
}

/** `21-11-2026` → `2026-11-21`; null for anything else. */
function readDate(text: string | undefined): string | null {
  const parts = /^(\d\d)-(\d\d)-(\d{4})$/.exec(tidy(text));
  return parts === null ? null : `${parts[3]}-${parts[2]}-${parts[1]}`;
}
