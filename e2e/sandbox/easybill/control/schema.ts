import { z } from "zod";
import { companyIds } from "../data/options";
import { tableNames } from "../data/tables";
import { faultSchema } from "../faults/schema";
import { journalEntrySchema } from "../journal";
import { protocolSchema } from "../protocol";
import { deliverySchema } from "../webhooks/delivery";
import { actSchema } from "./act-schema";

/** `POST /_control`. A reset comes first, so one request can start afresh with new faults. */
export const controlRequestSchema = z.strictObject({
  /** true: faults, protocol, clock speed, journal, deliveries, locks and rate window. "data": also every change, key and the clock. */
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
  clock: z.object({ now: z.string(), aheadMilliseconds: z.number(), speed: z.number() }),
  counts: z.record(z.string(), z.number()),
  companies: z.array(
    z.object({
      id: z.enum(companyIds),
      name: z.string(),
      plan: z.enum(["PLUS", "BUSINESS"]),
      apiKey: z.string(),
      isKeyRevoked: z.boolean(),
      /** Requests that count in the window right now. */
      used: z.number(),
      /** Requests that fit in a window; 0 = any number. */
      limit: z.number(),
    }),
  ),
});

/** `POST /_control/clock`: how far to move the clock forward (the units add up), and how fast it shall run from then on. */
export const clockRequestSchema = z.strictObject({
  milliseconds: z.number().min(0).default(0),
  seconds: z.number().min(0).default(0),
  minutes: z.number().min(0).default(0),
  hours: z.number().min(0).default(0),
  days: z.number().min(0).default(0),
  /** 60: a minute passes in a second. */
  speed: z.number().positive().max(100_000).optional(),
});

/** `POST /_control/acts`: what a person does in the vendor's software; all of them, one after the other. */
export const actsRequestSchema = z.strictObject({
  company: z.enum(companyIds).default("business"),
  /** No webhook is sent. */
  silently: z.boolean().default(false),
  acts: z.array(actSchema),
});

/** The id of the record each act was about; of a cancelled invoice that of the cancelling document. */
export const actsAnswerSchema = z.object({ ids: z.array(z.number()) });

export const requestsSchema = z.object({ counts: z.record(z.string(), z.number()), requests: z.array(journalEntrySchema) });

export const deliveriesSchema = z.object({ deliveries: z.array(deliverySchema) });

export const listQuerySchema = z.object({
  company: z.enum(companyIds).default("business"),
  table: z.enum(tableNames),
  /** Any part of any value, without regard to case. */
  search: z.string().default(""),
  order: z.enum(["table", "latest"]).default("table"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(50),
});

export const listingSchema = z.object({ total: z.number(), rows: z.array(z.unknown()) });

export type ControlRequest = z.input<typeof controlRequestSchema>;
export type ClockRequest = z.input<typeof clockRequestSchema>;
export type SandboxStatus = z.infer<typeof statusSchema>;
export type ListQuery = z.infer<typeof listQuerySchema>;
