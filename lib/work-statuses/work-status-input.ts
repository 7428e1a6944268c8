import { z } from "zod";
import { isStatusCode, isStatusName } from "@/lib/work-statuses/work-status-limits";

export const workStatusName = z.string().trim().refine(isStatusName);
/** What a work status is made of; it keeps its code. */
export const workStatusInput = z.object({ code: z.number().refine(isStatusCode), name: workStatusName });
