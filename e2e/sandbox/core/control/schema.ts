import { z } from "zod";

/** `POST /_control`. A reset comes first, so one request can start afresh with new faults. */
export function makeControlRequestSchema<Fault extends z.ZodType, Protocol extends z.ZodRawShape>(faultSchema: Fault, protocolSchema: z.ZodObject<Protocol, z.core.$strict>) {
  return z.strictObject({
    /** true: the switches, the journal and whatever else passes. "data": also every change and the clock. */
    reset: z.union([z.literal(true), z.literal("data")]).optional(),
    /** Takes the place of all faults. */
    faults: z.array(faultSchema).optional(),
    addFaults: z.array(faultSchema).optional(),
    protocol: protocolSchema.partial().optional(),
  });
}

/** The faults that are on, with what they have hit. */
export function makeScheduledFaultsSchema<Fault extends z.ZodType>(faultSchema: Fault) {
  return z.array(z.object({ fault: faultSchema, matched: z.number(), applied: z.number() }));
}

/** `POST /_control/clock`: how far to move the clock forward; the units add up. */
export const clockRequestSchema = z.strictObject({
  milliseconds: z.number().min(0).default(0),
  seconds: z.number().min(0).default(0),
  minutes: z.number().min(0).default(0),
  hours: z.number().min(0).default(0),
  days: z.number().min(0).default(0),
});

export type ClockRequest = z.input<typeof clockRequestSchema>;

export function toMilliseconds({ milliseconds, seconds, minutes, hours, days }: z.infer<typeof clockRequestSchema>): number {
  return milliseconds + seconds * 1000 + minutes * 60_000 + hours * 3_600_000 + days * 86_400_000;
}

/** `GET /_control/records`: which records, and in which order. */
export const listQueryFields = {
  /** Any part of any value, without regard to case. */
  search: z.string().default(""),
  /** As the table has them, or the record that was added last first. */
  order: z.enum(["table", "latest"]).default("table"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(50),
};

/** `GET /_control/requests`: those after a number, and of one operation where it is named. */
export const requestsQueryFields = { after: z.coerce.number().int().min(0).default(0), operation: z.string().optional() };
