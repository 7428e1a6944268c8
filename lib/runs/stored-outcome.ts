import { z } from "zod";
import { errorCodes } from "@/lib/errors";

const params = z.record(z.string(), z.union([z.string(), z.number()]));

const errorForm = z.object({ code: z.enum(errorCodes), params: params.default({}), reference: z.string().optional() });
/** What ended a run or an import, as pages show it: the code's sentence, and the number support asks for. */
export type RunError = z.infer<typeof errorForm>;

const guardForm = z.object({
  wouldGo: z.number().int(),
  of: z.number().int(),
  /** Set when a person has decided that nothing is to go for now. */
  keptBy: z.string().optional(),
});
/** The question of the deactivation guard: so many of so many records would go. */
export type GuardQuestion = z.infer<typeof guardForm>;

/** An error as stored with a run or an entry of the log; null when there is none. */
export function storedError(value: unknown): RunError | null {
  const parsed = errorForm.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export function storedGuard(value: unknown): GuardQuestion | null {
  const parsed = guardForm.safeParse(value);
  return parsed.success ? parsed.data : null;
}
