import type { z } from "zod";

/**
 * The value of a field that has two names. Both given and different is refused: one of them would be lost.
 * `Given` holds both, null where empty.
 */
export function pickSpelling<Name extends string>(context: z.RefinementCtx, given: Record<Name, string | null>, name: Name, otherName: Name): string | null {
  const [value, other] = [given[name], given[otherName]];
  if (value !== null && other !== null && value !== other) context.addIssue({ code: "custom", path: [otherName], message: "twice", params: { other: name } });
  return value ?? other;
}
