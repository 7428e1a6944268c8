import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { isBlocked } from "./blocked";
import { readDecimal } from "./decimal";
import { textOf, tidy } from "./text";

/** An article becomes one of two kinds, by its type. */
export type Article = { kind: "materials"; record: SourceRecord<"materials"> } | { kind: "hourTypes"; record: SourceRecord<"hourTypes"> };

/** An article (R2260): types A, M, E and S are material, K is an hour type. Others stand among the materials as not imported. */
export function readArticle(record: CashRecord, fields: FieldMap): Article {
  const code = tidy(record.get(fields.articleCode));
  const name = tidy(record.get(fields.articleDescription));
  const searchName = textOf(record, fields.articleSearchName);
  const type = tidy(record.get(fields.articleType)).toUpperCase();
  const kind = fields.hourTypes.includes(type) ? "hourTypes" : "materials";
  const subject = { externalId: code || "?", label: name || (searchName ?? "") };
  const leftOut = (skipped: Extract<SourceRecord, { outcome: "skip" }>): Article => ({ kind, record: skipped });
  if (code === "") return leftOut(skipRecord(subject, "missingCode", { name: "code", value: "" }));
  if (kind === "materials" && !fields.materialTypes.includes(type)) return leftOut(skipRecord(subject, "unknownType", { name: "type", value: type }));
  if (isBlocked(record, fields.articleBlocked, fields)) return leftOut(skipRecord(subject, "blocked"));
  if (name === "") return leftOut(skipRecord(subject, "missingName", { name: "name", value: "" }));
  const shared = {
    code,
    name,
    unit: textOf(record, fields.articleUnit),
    price: readDecimal(textOf(record, fields.articlePrice), fields, true),
    vatCode: textOf(record, fields.articleVatCode),
    vatRate: null,
  };
  if (kind === "hourTypes") return { kind, record: checkRecord(kind, subject, shared) };
  const group = textOf(record, fields.articleGroup);
  const stock = readDecimal(textOf(record, fields.articleStock), fields, false);
  return { kind, record: checkRecord(kind, subject, { ...shared, searchName, group, type, stock }) };
}
