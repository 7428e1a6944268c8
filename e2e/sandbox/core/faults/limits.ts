import { z } from "zod";

/** How often a fault hits. Without limits it hits every time until it is taken away. */
export const faultLimits = {
  /** Lets this many matching ones pass first. */
  skip: z.number().int().min(0).optional(),
  /** Hits this many, then does nothing. */
  times: z.number().int().min(1).optional(),
};

/** Whether the work is done before a fault takes the place of the answer. */
export const commitMoment = z.enum(["beforeCommit", "afterCommit"]).default("beforeCommit");
export type CommitMoment = z.infer<typeof commitMoment>;

export const serverErrorStatus = z.number().int().min(500).max(599).default(503);
