import { z } from "zod";
import { identity, nullableText } from "./fields";

/** A group of positions (a category) or of customers. */
export const groupFields = z.object({ number: z.string(), name: z.string(), description: nullableText });

export const groupSchema = groupFields.extend({ id: identity, display_name: z.string() });

export type Group = z.infer<typeof groupSchema>;
