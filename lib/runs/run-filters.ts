import { z } from "zod";
import type { Prisma } from "@/lib/generated/prisma/client";
import { runResults, runTriggers } from "@/lib/runs/run-results";

/** What the sync history is narrowed to, by its address; what makes no sense there narrows nothing. */
export const runFilters = z.object({
  integration: z.string().max(50).nullable().default(null).catch(null),
  result: z.enum(runResults).nullable().default(null).catch(null),
  trigger: z.enum(runTriggers).nullable().default(null).catch(null),
});
export type RunFilters = z.infer<typeof runFilters>;

export function runsMatching({ integration, result, trigger }: RunFilters): Prisma.SyncRunWhereInput {
  return {
    ...(integration === null ? {} : { connection: { vendor: integration } }),
    ...(result === null ? {} : { state: result === "trouble" ? { in: ["partial", "failed", "stopped"] } : result }),
    ...(trigger === null ? {} : { trigger }),
  };
}
