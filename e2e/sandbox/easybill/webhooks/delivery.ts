import { z } from "zod";
import { companyIds } from "../data/options";
import { webhookEvents } from "../data/records/webhook";

/** One sending of a webhook. */
export const deliverySchema = z.object({
  number: z.number().int(),
  /** Moment of the change on the sandbox's clock, ISO. */
  at: z.string(),
  company: z.enum(companyIds),
  webhookId: z.number().int(),
  event: z.enum(webhookEvents),
  recordId: z.number().int(),
  /** `lost` was never sent; `failed` had no answer or another one than 2xx. */
  outcome: z.enum(["waiting", "delivered", "failed", "lost"]),
  /** The receiver's HTTP status. */
  status: z.number().int().optional(),
  /** Milliseconds (real time) until it answered. */
  milliseconds: z.number().optional(),
  body: z.string(),
  faults: z.array(z.string()),
});

export type Delivery = z.infer<typeof deliverySchema>;
