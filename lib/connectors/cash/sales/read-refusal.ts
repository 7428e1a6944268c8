import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { FieldMap } from "../field-map";
import { cashManifest } from "../manifest";
import { childOf, parseXml, textAt, type XmlElement } from "../soap/xml-tree";
import { nameField } from "./field-names";
import type { OutgoingRecord } from "./import-xml";

/** One error as Cash writes it: `Ongeldige waarde 0101=123456`, the place of the record in the import from 1, the record itself. */
type CashError = { message: string; line: number | null; source: string };

/** Problems of one refusal that are kept, and characters of each text. */
const greatestCount = 20;
const greatestText = 500;

/**
 * What Cash says of a refused import, translated into the names of records and fields. At least one problem.
 * @param sent the records of the import where they are known, so that a line of an order can be told by its place
 */
export function readRefusal(err: XmlElement | null, fieldMap: FieldMap, sent: readonly OutgoingRecord[] = []): { problems: ExportProblem[]; raw: string } {
  const raw = err === null ? "" : rawText(err).trim();
  const errors = withoutConsequences(readErrors(err), fieldMap);
  const problems = errors.slice(0, greatestCount).map((error) => toProblem(error, fieldMap, sent));
  return { problems: problems.length > 0 ? problems : [toProblem({ message: raw, line: null, source: "" }, fieldMap, sent)], raw };
}

function readErrors(err: XmlElement | null): CashError[] {
  if (err === null) return [];
  const root = err.children.length > 0 ? err : parseOrNull(err.text);
  const elements = root === null ? [] : everyElement(root).filter(({ name }) => name.toLowerCase() === "error");
  return elements.map((element) => {
    const line = Number(textAt(childOf(element, "line")));
    return { message: textAt(element, "message")?.trim() ?? "", line: Number.isInteger(line) && line > 0 ? line : null, source: textAt(element, "source")?.trim() ?? "" };
  });
}

function parseOrNull(text: string): XmlElement | null {
  const begin = text.indexOf("<");
  if (begin === -1) return null;
  try {
    return parseXml(text.slice(begin));
  } catch {
    // Not the form we know: the text as a whole is shown instead.
    return null;
  }
}

/** A refused head has its lines refused for having no order; what matters is why the head was. */
function withoutConsequences(errors: readonly CashError[], fieldMap: FieldMap): readonly CashError[] {
  const tableOf = ({ source }: CashError) => source.split("|")[0]?.trim().padStart(4, "0");
  const hasHead = errors.some((error) => tableOf(error) === fieldMap.orderRecord.slice(1));
  if (!hasHead) return errors;
  return errors.filter((error) => tableOf(error) !== fieldMap.orderLineRecord.slice(1) || refusedValue(error.message, fieldMap)?.value !== "");
}

function refusedValue(message: string, fieldMap: FieldMap): { field: string; value: string } | null {
  const parts = new RegExp(fieldMap.refusedValue, "is").exec(message);
  return parts?.[1] === undefined ? null : { field: parts[1].padStart(4, "0"), value: (parts[2] ?? "").trim() };
}

function toProblem(error: CashError, fieldMap: FieldMap, sent: readonly OutgoingRecord[]): ExportProblem {
  const raw = [error.message, error.source].filter((text) => text !== "").join("\n").slice(0, greatestText * 4);
  const vendor = cashManifest.name;
  const refused = refusedValue(error.message, fieldMap);
  if (refused === null) return { code: "refused", params: { vendor, message: error.message.slice(0, greatestText) || "–" }, raw };
  const table = /^\s*R?(\d{3,4})\|/.exec(error.source)?.[1]?.padStart(4, "0") ?? (error.line === null ? null : (sent[error.line - 1]?.name.slice(1) ?? null));
  const { record, field } = nameField(table, refused.field, fieldMap);
  const params: ExportProblem["params"] = { vendor, record, field, value: refused.value.slice(0, greatestText) };
  if (record === "orderLine" && error.line !== null) params["line"] = error.line - 1;
  return { code: "valueRefused", params, raw };
}

function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function rawText(element: XmlElement): string {
  if (element.children.length === 0) return element.text;
  return everyElement(element).map(({ text }) => text.trim()).filter((text) => text !== "").join("\n");
}
