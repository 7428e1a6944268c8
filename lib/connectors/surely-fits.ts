import { z } from "zod";
import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import { recordContents } from "@/lib/connectors/records";

type Fits = (value: unknown) => boolean;

const checks = new Map<RecordKind, readonly { name: string; fits: Fits }[]>(
  recordKinds.map((kind) => [kind, Object.entries(recordContents[kind].shape).map(([name, schema]) => ({ name, fits: checkOf(schema) }))]),
);

/** A field's rule as a plain comparison where it is only about length; otherwise its schema decides. */
function checkOf(schema: unknown): Fits {
  if (schema instanceof z.ZodNullable) {
    const fits = checkOf(schema.unwrap());
    return (value) => value === null || fits(value);
  }
  if (schema instanceof z.ZodString && isOnlyAboutLength(schema)) {
    const least = schema.minLength ?? 0;
    const greatest = schema.maxLength ?? Infinity;
    return (value) => typeof value === "string" && value.length >= least && value.length <= greatest;
  }
  return (value) => schema instanceof z.ZodType && schema.safeParse(value).success;
}

function isOnlyAboutLength(schema: z.ZodString): boolean {
  return (schema.def.checks ?? []).every(({ _zod: { def } }) => def.check === "max_length" || def.check === "min_length");
}

/**
 * Whether a content obeys `recordContents`, told from the same rules without the cost of a validation that could say what is
 * wrong: of a whole table nearly every record is right.
 */
export function surelyFits(kind: RecordKind, content: Readonly<Record<string, unknown>>): boolean {
  return checks.get(kind)?.every(({ name, fits }) => fits(content[name])) ?? false;
}
