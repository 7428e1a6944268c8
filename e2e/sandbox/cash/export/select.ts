import type { Administration } from "../data/administration";
import { normaliseKey } from "../data/normalise";
import type { CashFields, StoredRecord } from "../data/record";
import type { ExportCommand } from "./command";

type RecordsCommand = Extract<ExportCommand, { kind: "records" }>;

const dayInMilliseconds = 86_400_000;

function isWanted({ fields, changedAt }: StoredRecord, command: RecordsCommand, now: number): boolean {
  if (command.table === "2260" && !command.articles.beyondWebShop && fields["2278"] === "N") return false;
  if (command.changedInDays === undefined) return true;
  const today = Math.floor(now / dayInMilliseconds) * dayInMilliseconds;
  return changedAt >= today - command.changedInDays * dayInMilliseconds;
}

function withoutFields(fields: CashFields, numbers: readonly string[]): CashFields {
  return Object.fromEntries(Object.entries(fields).filter(([number]) => !numbers.includes(number)));
}

/** The records a command asks for, one by one, with the fields its letters leave in. */
export function* selectRecords(administration: Administration, command: RecordsCommand, now: number): Generator<CashFields> {
  const table = administration.tables[command.table];
  const records = command.key === undefined ? table.records() : table.find(normaliseKey(table.definition, command.key));
  const { withStock, withoutPurchasePrice, withoutImages } = command.articles;
  const hidden = command.table === "2260" ? [...(withStock ? [] : ["2273"]), ...(withoutPurchasePrice ? ["2264"] : []), ...(withoutImages ? ["2295"] : [])] : [];
  for (const stored of records) {
    if (!isWanted(stored, command, now)) continue;
    yield hidden.length === 0 ? stored.fields : withoutFields(stored.fields, hidden);
  }
}
