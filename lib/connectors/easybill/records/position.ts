import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import { readNetPrice, readVatRate } from "./price";
import type { Position } from "./schemas";
import { firstLineOf, lineOf } from "./text";

/** Group id → code of the category. */
export type CategoryCodes = ReadonlyMap<number, string>;

/** A position becomes one of two kinds, by its type; null: it is a text for documents, which is neither. */
export type ReadPosition = { kind: "materials"; record: SourceRecord<"materials"> } | { kind: "hourTypes"; record: SourceRecord<"hourTypes"> } | null;

/** Characters of a name. EasyBill's description may be a whole page; its first line is what people call it. */
const nameLength = 200;

/** A position: products are materials, services are hour types, under the number that people know them by. */
export function readPosition(position: Position, categories: CategoryCodes): ReadPosition {
  if (position.type === "TEXT") return null;
  const kind = position.type === "SERVICE" ? "hourTypes" : "materials";
  const code = lineOf(position.number);
  const name = firstLineOf(position.description, nameLength);
  const subject = { externalId: String(position.id), label: name ?? code ?? "" };
  if (position.archived === true) return { kind, record: skipRecord(subject, "archived") };
  if (code === null) return { kind, record: skipRecord(subject, "missingCode", { name: "code", value: "" }) };
  if (name === null) return { kind, record: skipRecord(subject, "missingName", { name: "name", value: "" }) };
  const shared = { code, name, unit: lineOf(position.unit), price: readNetPrice(position), vatCode: null, vatRate: readVatRate(position) };
  if (kind === "hourTypes") return { kind, record: checkRecord(kind, subject, shared) };
  const group = position.group_id == null ? null : (categories.get(position.group_id) ?? null);
  const stock = position.stock === "YES" && position.stock_count != null ? String(position.stock_count) : null;
  return { kind, record: checkRecord(kind, subject, { ...shared, searchName: null, group, type: null, stock }) };
}
