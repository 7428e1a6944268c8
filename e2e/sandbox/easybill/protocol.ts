import { z } from "zod";

/**
 * How the stand-in behaves where the vendor's own behaviour is not documented. Each is a switch, so that a client can be
 * shown to cope with both.
 */
export const protocolSchema = z.strictObject({
  /** Requests in one window by plan; 0 = no limit. */
  requestsPerMinute: z.strictObject({ PLUS: z.number().int().min(0), BUSINESS: z.number().int().min(0) }),
  /** How long a "minute" of the limit is on the sandbox's clock. */
  rateWindowMilliseconds: z.number().int().min(1),
  /** A 429 says in `Retry-After` how many seconds to wait. */
  sendsRetryAfter: z.boolean(),
  /** Fields that the description does not call nullable come as null instead of being left out. */
  sendsNulls: z.boolean(),
  /** What an empty list says in `pages`. */
  emptyListPages: z.union([z.literal(0), z.literal(1)]),
  /** A PUT changes only what it names, instead of setting the rest back. */
  putMerges: z.boolean(),
  /** The header that carries a webhook's signature; none is sent with `none`. */
  signatureHeader: z.enum(["none", "X-Easybill-Signature", "X-Hub-Signature-256", "X-Hub-Signature"]),
  /** `false` sends a wrong signature, as somebody would who does not know the secret. */
  signsRightly: z.boolean(),
  /** What a webhook says: event and record, event and id, or the record alone with the event in a header. */
  webhookBody: z.enum(["record", "id", "bare"]),
  /** How long a webhook takes to be sent, on the sandbox's clock. */
  webhookDelayMilliseconds: z.number().int().min(0),
});

export type Protocol = z.infer<typeof protocolSchema>;

/** The usual behaviour. It is not part of the schema: a change of one switch must leave the others as they are. */
export const defaultProtocol: Protocol = {
  requestsPerMinute: { PLUS: 10, BUSINESS: 60 },
  rateWindowMilliseconds: 60_000,
  sendsRetryAfter: false,
  sendsNulls: false,
  emptyListPages: 0,
  putMerges: false,
  signatureHeader: "X-Easybill-Signature",
  signsRightly: true,
  webhookBody: "record",
  webhookDelayMilliseconds: 0,
};
