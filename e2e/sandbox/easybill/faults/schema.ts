import { z } from "zod";
import { commitMoment, faultLimits, serverErrorStatus } from "../../core/faults/limits";
import { operationNames } from "../api/operation-names";
import { companyIds } from "../data/options";
import { webhookEvents } from "../data/records/webhook";

/** Which requests or deliveries a fault hits, and how often. */
const aim = {
  only: z
    .strictObject({
      operation: z.union([z.enum(operationNames), z.array(z.enum(operationNames))]).optional(),
      company: z.enum(companyIds).optional(),
      /** Of a delivery. */
      event: z.enum(webhookEvents).optional(),
      /**
       * Any part of what it says: address and body, and of a request about a document also that document's title and `external_id`.
       * So one work order is hit by its number, whatever is done to its document.
       */
      contains: z.string().min(1).optional(),
    })
    .optional(),
  ...faultLimits,
};

const requestFaultSchema = z.discriminatedUnion("kind", [
  /** Waits this long (real time) before it answers; the work is done by then. */
  z.strictObject({ kind: z.literal("slow"), milliseconds: z.number().min(0), ...aim }),
  /** Takes the request and never answers. */
  z.strictObject({ kind: z.literal("timeout"), when: commitMoment, ...aim }),
  /** Breaks the connection: the request is dropped, or its answer. */
  z.strictObject({ kind: z.literal("reset"), when: commitMoment, ...aim }),
  z.strictObject({ kind: z.literal("serverError"), status: serverErrorStatus, when: commitMoment, ...aim }),
  /** Never answers (or breaks the connection, or answers 503), and does the work this much later on the sandbox's clock. */
  z.strictObject({ kind: z.literal("lateCommit"), milliseconds: z.number().min(0), answer: z.enum(["timeout", "reset", "serverError"]).default("timeout"), ...aim }),
  /** JSON that ends in the middle, with the right status. */
  z.strictObject({ kind: z.literal("brokenJson"), ...aim }),
  /** A page of HTML with status 200; the work is done. */
  z.strictObject({ kind: z.literal("nonsense"), ...aim }),
  /** The answer comes twice: its body, or the whole of it with its headers. The request is worked on once. */
  z.strictObject({ kind: z.literal("doubledAnswer"), how: z.enum(["body", "response"]).default("response"), ...aim }),
  /** 401, as with a wrong key. */
  z.strictObject({ kind: z.literal("unauthorized"), ...aim }),
  /** 429, with `Retry-After` when seconds are given. */
  z.strictObject({ kind: z.literal("rateLimited"), retryAfterSeconds: z.number().int().min(0).optional(), ...aim }),
  /** 409 to whatever changes a document: for `times` requests, or for so long on the sandbox's clock from the first one on. */
  z.strictObject({ kind: z.literal("locked"), milliseconds: z.number().min(0).optional(), ...aim }),
  /** Refuses with this status and message. */
  z.strictObject({ kind: z.literal("refused"), status: z.number().int().min(400).max(499).default(400), message: z.string().min(1).default("Validation failed"), ...aim }),
  /** A list that says it is empty. */
  z.strictObject({ kind: z.literal("emptyList"), ...aim }),
  /** A list with half of the page's items, although its numbers promise all. */
  z.strictObject({ kind: z.literal("shortList"), ...aim }),
]);

export const deliveryFaultSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("webhookLost"), ...aim }),
  z.strictObject({ kind: z.literal("webhookTwice"), ...aim }),
  /** Sent this much later on the sandbox's clock; those that follow overtake it. */
  z.strictObject({ kind: z.literal("webhookLate"), milliseconds: z.number().min(0), ...aim }),
  /** Collects so many and sends the last first; what has not come together after a while of the sandbox's clock is sent as it is. */
  z.strictObject({ kind: z.literal("webhookReversed"), count: z.number().int().min(2).default(2), patienceMilliseconds: z.number().min(0).default(2000), ...aim }),
]);

export const faultSchema = z.union([requestFaultSchema, deliveryFaultSchema]);

export type Fault = z.infer<typeof faultSchema>;
/** A fault as a caller writes it; what has a default may be left out. */
export type FaultInput = z.input<typeof faultSchema>;
