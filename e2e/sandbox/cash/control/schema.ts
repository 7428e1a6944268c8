import { z } from "zod";
import { tableNumbers } from "../data/definitions";
import { faultSchema } from "../faults/schema";
import { journalEntrySchema } from "../journal";
import { protocolSchema } from "../protocol";

const table = z.enum(tableNumbers);

/** `POST /_control`. A reset comes first, so one request can start afresh with new faults. */
export const controlRequestSchema = z.strictObject({
  /** true: faults, protocol, tokens, journal and rate window. "data": also every change and the clock. */
  reset: z.union([z.literal(true), z.literal("data")]).optional(),
  /** Takes the place of all faults. */
  faults: z.array(faultSchema).optional(),
  addFaults: z.array(faultSchema).optional(),
  protocol: protocolSchema.partial().optional(),
});

/** What `GET` and `POST /_control` answer. */
export const statusSchema = z.object({
  faults: z.array(z.object({ fault: faultSchema, matched: z.number(), applied: z.number() })),
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

/** `POST /_control/clock`: how far to move the clock forward; the units add up. */
export const clockRequestSchema = z.strictObject({
  milliseconds: z.number().min(0).default(0),
  seconds: z.number().min(0).default(0),
  minutes: z.number().min(0).default(0),
  hours: z.number().min(0).default(0),
  days: z.number().min(0).default(0),
});

export const requestsSchema = z.object({ counts: z.record(z.string(), z.number()), requests: z.array(journalEntrySchema) });

export const listingSchema = z.object({
  total: z.number(),
  rows: z.array(z.object({ key: z.string(), fields: z.record(z.string(), z.string()), changedAt: z.string() })),
});

export type ControlRequest = z.input<typeof controlRequestSchema>;
export type DataChange = z.input<typeof dataChangeSchema>;
export type ClockRequest = z.input<typeof clockRequestSchema>;
export type SandboxStatus = z.infer<typeof statusSchema>;
export type Listing = z.infer<typeof listingSchema>;
