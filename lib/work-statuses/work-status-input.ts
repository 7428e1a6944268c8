import { z } from "zod";

/** Highest code there can be. */
export const maximumCode = 9_999;
/** Characters of a name. */
export const maximumName = 60;

export const workStatusName = z.string().trim().min(1).max(maximumName);
/** What a work status is made of; it keeps its code. */
export const workStatusInput = z.object({ code: z.number().int().min(0).max(maximumCode), name: workStatusName });
