import { z } from "zod";
import { clockRequestSchema, listQueryFields, makeControlRequestSchema, makeScheduledFaultsSchema, requestsQueryFields } from "../../core/control/schema";
import { companyIds } from "../data/options";
import { tableNames } from "../data/tables";
import { faultSchema } from "../faults/schema";
import { journalEntrySchema } from "../journal";
import { protocolSchema } from "../protocol";
import { deliverySchema } from "../webhooks/delivery";
import { actSchema } from "./act-schema";

export const controlRequestSchema = makeControlRequestSchema(faultSchema, protocolSchema);

/** What `GET` and `POST /_control` answer. */
export const statusSchema = z.object({
  faults: makeScheduledFaultsSchema(faultSchema),
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

/** `POST /_control/clock`: how far to move the clock forward, and how fast it shall run from then on. */
export const speedRequestSchema = clockRequestSchema.extend({
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

/** `GET /_control/records`. */
export const listQuerySchema = z.object({ company: z.enum(companyIds).default("business"), table: z.enum(tableNames), ...listQueryFields });

/** `GET /_control/requests`: of one company where it is named. */
export const requestsQuerySchema = z.object({ company: z.string().optional(), ...requestsQueryFields });

/** `GET /_control/deliveries`: those after a number; with `quiet` when nothing is being sent any more. */
export const deliveriesQuerySchema = z.object({ after: z.coerce.number().int().min(0).default(0), quiet: z.string().optional() });

export const listingSchema = z.object({ total: z.number(), rows: z.array(z.unknown()) });

export type SandboxStatus = z.infer<typeof statusSchema>;
export type ListQuery = z.infer<typeof listQuerySchema>;
