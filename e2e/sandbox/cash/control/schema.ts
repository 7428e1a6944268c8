import { z } from "zod";
import { listQueryFields, makeControlRequestSchema, makeScheduledFaultsSchema, requestsQueryFields } from "../../core/control/schema";
import { tableNumbers } from "../data/definitions";
import { faultSchema } from "../faults/schema";
import { journalEntrySchema } from "../journal";
import { protocolSchema } from "../protocol";

const table = z.enum(tableNumbers);

export const controlRequestSchema = makeControlRequestSchema(faultSchema, protocolSchema);

/** What `GET` and `POST /_control` answer. */
export const statusSchema = z.object({
  faults: makeScheduledFaultsSchema(faultSchema),
  protocol: protocolSchema,
  clock: z.object({ now: z.string(), aheadMilliseconds: z.number() }),
  requests: z.object({ counts: z.record(z.string(), z.number()), inLastMinute: z.number() }),
  administrations: z.array(z.object({ admCode: z.string(), admMap: z.string(), name: z.string() })),
  data: z.object({
    seed: z.number(),
    relations: z.number(),
    secondRelations: z.number().optional(),
    articles: z.number(),
    warehouses: z.number(),
    employees: z.number(),
  }),
});

const key = z.string().min(1);
const fields = z.record(z.string().regex(/^\d{4}$/, "a field has four digits"), z.string());
/** Leaves the moment of the last change as it was, so that "changed in the last n days" does not show it. */
const silently = z.boolean().optional();

/** One change of the data, as a user of Cash would make it. */
export const dataChangeSchema = z.discriminatedUnion("action", [
  /** Writes a whole record. `raw` stores the values as they are, however wrong. */
  z.strictObject({ action: z.literal("put"), table, fields, raw: z.boolean().optional(), silently }),
  /** Changes some fields of a record; an empty value takes the field out. */
  z.strictObject({ action: z.literal("change"), table, key, fields, raw: z.boolean().optional(), silently }),
  z.strictObject({ action: z.literal("remove"), table, key }),
  z.strictObject({ action: z.literal("block"), table, key, silently }),
  z.strictObject({ action: z.literal("unblock"), table, key, silently }),
]);

/** `POST /_control/records`. */
export const recordsRequestSchema = z.strictObject({ administration: z.string().default("01"), changes: z.array(dataChangeSchema) });

/** `GET /_control/records`. */
export const listQuerySchema = z.object({
  administration: z.string().default("01"),
  table,
  /** Only the record with this key, or those whose key begins with it, as an export by key finds them. */
  key: z.string().optional(),
  ...listQueryFields,
});

/** `GET /_control/requests`. */
export const requestsQuerySchema = z.object(requestsQueryFields);

export const requestsSchema = z.object({ counts: z.record(z.string(), z.number()), requests: z.array(journalEntrySchema) });

export const listingSchema = z.object({
  total: z.number(),
  rows: z.array(z.object({ key: z.string(), fields: z.record(z.string(), z.string()), changedAt: z.string() })),
});

export type DataChange = z.input<typeof dataChangeSchema>;
export type SandboxStatus = z.infer<typeof statusSchema>;
export type Listing = z.infer<typeof listingSchema>;
export type ListQuery = z.infer<typeof listQuerySchema>;
