import { z } from "zod";
import { describeFields } from "@/lib/forms/form-fields";

/** What is wrong with a field; each has a sentence below `settings.field` in the message files. */
export type FieldProblem = { problem: "required" | "email" | "invalid" } | { problem: "tooLong"; maximum: number };
export type FieldProblems = Record<string, FieldProblem>;

export type CheckedLogin = { ok: true; login: Record<string, string> } | { ok: false; problems: FieldProblems };

const texts = z.record(z.string(), z.string());

/**
 * Checks a login against the vendor's schema, the same in the browser and on the server. Secret fields that are stored
 * (`storedSecrets`) may stay empty; they are not part of the result then.
 */
export function checkLogin(schema: z.ZodObject, entered: Record<string, string>, storedSecrets: readonly string[] = []): CheckedLogin {
  const kept = storedSecrets.filter((field) => (entered[field] ?? "") === "");
  const asked = z.object(Object.fromEntries(Object.entries(schema.shape).filter(([field]) => !kept.includes(field))));
  const parsed = asked.safeParse(entered);
  if (parsed.success) return { ok: true, login: texts.parse(parsed.data) };
  const fields = describeFields(schema);
  const problems: FieldProblems = {};
  for (const { path } of parsed.error.issues) {
    const field = fields.find(({ name }) => name === path[0]);
    if (field) problems[field.name] ??= problemOf(field, entered[field.name] ?? "");
  }
  return { ok: false, problems };
}

function problemOf(field: ReturnType<typeof describeFields>[number], value: string): FieldProblem {
  if (value.trim() === "") return { problem: "required" };
  if (field.maxLength !== null && value.length > field.maxLength) return { problem: "tooLong", maximum: field.maxLength };
  return { problem: field.control === "email" ? "email" : "invalid" };
}
