import { z } from "zod";

/** A whole number from the environment, not negative. */
export function amount(fallback: number, greatest: number) {
  return z.coerce.number({ error: "must be a number" }).int("must be a whole number").min(0, "must not be negative").max(greatest, `must be at most ${greatest}`).default(fallback);
}

/**
 * What a sandbox reads from its environment; an empty variable counts as none.
 * @throws Error with one sentence per wrong variable.
 */
export function readVariables<Output>(schema: z.ZodType<Output>, variables: Readonly<Record<string, string | undefined>>): Output {
  const result = schema.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== "")));
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join(" "));
}
