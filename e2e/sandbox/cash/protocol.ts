import { z } from "zod";

/**
 * How the stand-in behaves where the vendor's own behaviour is not proved or differs between installations. Each is a switch,
 * so that a client can be shown to cope with both.
 */
export const protocolSchema = z.strictObject({
  /** Inner XML as escaped text or in a CDATA section. */
  resultEncoding: z.enum(["escaped", "cdata"]),
  /** `Content-type: text/xml ` stands before the inner XML. */
  hasPrefix: z.boolean(),
  /** An export without records: the part is left out, or an empty `<cash></cash>` comes. */
  emptyResult: z.enum(["missing", "emptyDocument"]),
  /** W ("changed in the last n days") works on 2220, 2229 and 2400. */
  knowsDoubtfulChanges: z.boolean(),
  /** The 3.0 WSDL has Authenticate, ListAdministrations and GetTransaction. */
  offersEverythingIn3: z.boolean(),
  /** A bad field refuses its record only, or the whole message. */
  importRefusal: z.enum(["record", "message"]),
  /** An empty field in an import clears the value instead of being dropped. */
  clearsEmptyFields: z.boolean(),
  /** An amount without a separator means cents. */
  plainAmountsAreCents: z.boolean(),
  /** Refuses % / . + & in names, as some installations were seen to do. */
  refusesSpecialCharacters: z.boolean(),
  /** Requests per minute and API user; 0 = no limit. */
  requestsPerMinute: z.number().int().min(0),
  /** Over the limit: HTTP 429 with Retry-After, or a SOAP fault. */
  rateLimitAnswer: z.enum(["http429", "fault"]),
  /** Minutes a token stays valid. */
  tokenLifetimeMinutes: z.number().positive(),
  /** The code for a token that is no longer valid. */
  expiredTokenCode: z.union([z.literal(5), z.literal(6)]),
});

export type Protocol = z.infer<typeof protocolSchema>;

/** The usual behaviour. It is not part of the schema: a change of one switch must leave the others as they are. */
export const defaultProtocol: Protocol = {
  resultEncoding: "escaped",
  hasPrefix: true,
  emptyResult: "missing",
  knowsDoubtfulChanges: true,
  offersEverythingIn3: true,
  importRefusal: "record",
  clearsEmptyFields: false,
  plainAmountsAreCents: false,
  refusesSpecialCharacters: false,
  requestsPerMinute: 100,
  rateLimitAnswer: "http429",
  tokenLifetimeMinutes: 20,
  expiredTokenCode: 5,
};

/** The minute that `requestsPerMinute` speaks of, in milliseconds. */
export const rateWindowLength = 60_000;
