import { z } from "zod";

const dataPath = z.array(z.string()).min(1);

/** A registered function in the engine's own words, as it is stored. */
export const functionDefinition = z.object({
  id: z.string(),
  triggers: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("event"), event: z.string() }),
      z.object({ type: z.literal("cron"), expression: z.string() }),
      z.object({ type: z.literal("failure"), functionId: z.string() }),
    ]),
  ),
  /** Tries of one step, the first included. */
  attempts: z.number().int().min(1),
  /** How many calls may be under way at once: per value at the path, or for the whole function. */
  concurrency: z.array(z.object({ path: dataPath.nullable(), limit: z.number().int().min(1) })),
  /** Events that end a run: those whose value equals the run's, or any at all. */
  cancel: z.array(z.object({ event: z.string(), condition: z.object({ runPath: dataPath, eventPath: dataPath }).nullable() })),
});

export type FunctionDefinition = z.infer<typeof functionDefinition>;
