import { z } from "zod";
import type { EditableField, FieldProblem, FieldValue } from "@/lib/catalogue/editable-fields";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { recordContents } from "@/lib/connectors/records";

type Checked = { ok: true; value: FieldValue } | { ok: false; problem: FieldProblem };

/** What was typed, as the value to be stored: trimmed, empty is null, decimals with a point. */
export function checkField(kind: ImportKind, { name, control, required: isRequired }: EditableField, typed: string): Checked {
  const text = typed.trim();
  if (text === "") return isRequired ? { ok: false, problem: "required" } : { ok: true, value: null };
  const value = control === "decimal" ? text.replace(",", ".") : control === "integer" && /^\d+$/.test(text) ? Number(text) : text;
  if (control === "email" && !z.email().safeParse(value).success) return { ok: false, problem: "email" };
  if (name === "countryCode") return /^[A-Za-z]{2}$/.test(text) ? { ok: true, value: text.toUpperCase() } : { ok: false, problem: "countryCode" };
  const schema: z.ZodType | undefined = new Map<string, z.ZodType>(Object.entries(recordContents[kind].shape)).get(name);
  if (schema?.safeParse(value).success) return { ok: true, value };
  return { ok: false, problem: control === "decimal" || control === "integer" ? control : "tooLong" };
}
