import { z } from "zod";
import { commitMoment, faultLimits, serverErrorStatus } from "../../core/faults/limits";
import { tableNumbers } from "../data/definitions";
import { operationNames } from "../soap/signatures";

/** Which requests a fault hits, and how often. */
const aim = {
  only: z
    .strictObject({
      operation: z.enum([...operationNames, "wsdl"]).optional(),
      /** An export of this table, or an import that holds a record of it. */
      table: z.enum(tableNumbers).optional(),
      /** The beginning of an export's command, such as `0101W`. */
      command: z.string().optional(),
      administration: z.string().optional(),
      /** Any part of what the call says: the records of an import, a command, the id of a transaction. Aims at one work order by its number. */
      contains: z.string().min(1).optional(),
    })
    .optional(),
  ...faultLimits,
};

export const faultSchema = z.discriminatedUnion("kind", [
  /** Waits before the headers (after the work is done) and before each chunk of the body. */
  z.strictObject({ kind: z.literal("slow"), headersMs: z.number().min(0).default(0), chunkMs: z.number().min(0).default(0), ...aim }),
  /** Takes the request and never answers. */
  z.strictObject({ kind: z.literal("timeout"), when: commitMoment, ...aim }),
  /** Breaks the connection. */
  z.strictObject({ kind: z.literal("reset"), when: commitMoment, ...aim }),
  z.strictObject({ kind: z.literal("serverError"), status: serverErrorStatus, when: commitMoment, ...aim }),
  z.strictObject({ kind: z.literal("brokenXml"), ...aim }),
  /** A page of HTML with status 200. */
  z.strictObject({ kind: z.literal("nonsense"), ...aim }),
  /** The answer comes twice: its body, or the whole of it with its headers. The call is worked on once. */
  z.strictObject({ kind: z.literal("doubledAnswer"), how: z.enum(["body", "response"]).default("body"), ...aim }),
  z.strictObject({ kind: z.literal("emptyTable"), ...aim }),
  /** Half of the rows: cut in the middle of a record, well-formed as if it were all, or cut by a broken connection. */
  z.strictObject({ kind: z.literal("halfTable"), variant: z.enum(["cut", "wellFormed", "reset"]).default("cut"), ...aim }),
  z.strictObject({ kind: z.literal("loginRefused"), ...aim }),
  z.strictObject({ kind: z.literal("tokenExpired"), code: z.union([z.literal(5), z.literal(6)]).default(5), ...aim }),
  /** 1002: no administration is linked to the API user. */
  z.strictObject({ kind: z.literal("noAdministration"), ...aim }),
  /** Reading is refused, an import stays pending for ever. */
  z.strictObject({ kind: z.literal("missingRights"), ...aim }),
  /** An import stays pending until it was asked for so often, or for so long; with neither, for ever. */
  z.strictObject({
    kind: z.literal("pending"),
    polls: z.number().int().min(1).optional(),
    milliseconds: z.number().min(0).optional(),
    then: z.enum(["done", "refused"]).default("done"),
    ...aim,
  }),
  /** An import is refused with this text: all of it, or only the records of one table (a line while its head is booked). */
  z.strictObject({
    kind: z.literal("refused"),
    message: z.string().min(1).default("Ongeldige waarde 2260=ONBEKEND"),
    records: z.enum(tableNumbers).optional(),
    ...aim,
  }),
  /** Answers as if the limit of requests had been reached. */
  z.strictObject({ kind: z.literal("rateLimited"), ...aim }),
  /** Any answer code. */
  z.strictObject({
    kind: z.literal("responseCode"),
    code: z.union([z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7), z.literal(800), z.literal(900), z.literal(901), z.literal(902), z.literal(903)]),
    ...aim,
  }),
]);

export type Fault = z.infer<typeof faultSchema>;
/** A fault as a caller writes it; what has a default may be left out. */
export type FaultInput = z.input<typeof faultSchema>;
