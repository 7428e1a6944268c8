import type { RecordKind } from "@/lib/connectors/record-kinds";
import { recordContents, type RecordContent, type SourceRecord } from "@/lib/connectors/records";
import type { SkipReason } from "@/lib/connectors/skip-reasons";
import { surelyFits } from "@/lib/connectors/surely-fits";

/** Characters of a name or a value that a message about a record repeats. */
const quotedLength = 200;

/** Stands for bytes that are not of the answer's character set. */
const unreadableCharacter = "\uFFFD";

/** The field that stands in the way of a record, and why. */
type Trouble = { field: string; detail: string };

type Subject = { externalId: string; label: string };

/** A record whose content fits is imported, one that does not is reported with the field and the value that stand in the way. */
export function checkRecord<Kind extends RecordKind>(kind: Kind, { externalId, label }: Subject, content: RecordContent<Kind>): SourceRecord<Kind> {
  const trouble = surelyFits(kind, content) ? findUnreadable(content) : findBreach(kind, content);
  if (trouble === null) return { outcome: "import", externalId, content };
  const value = new Map<string, unknown>(Object.entries(content)).get(trouble.field);
  return failRecord({ externalId, label }, { name: trouble.field, value: String(value ?? "") }, trouble.detail);
}

/** A record that breaks its own form. */
export function failRecord({ externalId, label }: Subject, field: { name: string; value: string }, detail: string): Extract<SourceRecord, { outcome: "fail" }> {
  return { outcome: "fail", externalId, label: quote(label), field: field.name, value: quote(field.value), detail };
}

/** A record that a rule leaves out; `field` names what is missing or meant. */
export function skipRecord({ externalId, label }: Subject, reason: SkipReason, field?: { name: string; value: string }): Extract<SourceRecord, { outcome: "skip" }> {
  const meant = field === undefined ? {} : { field: field.name, value: quote(field.value) };
  return { outcome: "skip", externalId, label: quote(label), reason, ...meant };
}

function quote(text: string): string {
  return text.length <= quotedLength ? text : `${text.slice(0, quotedLength - 1)}…`;
}

function findBreach(kind: RecordKind, content: unknown): Trouble | null {
  const [issue] = recordContents[kind].safeParse(content).error?.issues ?? [];
  return issue === undefined ? null : { field: String(issue.path[0] ?? ""), detail: issue.message };
}

function findUnreadable(content: Readonly<Record<string, unknown>>): Trouble | null {
  for (const field in content) {
    const value = content[field];
    if (typeof value === "string" && value.includes(unreadableCharacter)) return { field, detail: "The answer holds bytes that are not of its character set" };
  }
  return null;
}
