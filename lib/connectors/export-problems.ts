import { z } from "zod";

/**
 * Why a work order cannot go out as it is. Closed list; each has a sentence `exports.problem.<code>.message` and a remedy
 * `exports.problem.<code>.remedy` in the message files. `params` always hold `workOrder` (its number) and `vendor` (its name);
 * the others stand beside each code.
 */
export const exportProblemCodes = [
  /** No materials and no work periods, or none that is billable. */
  "noLines",
  "nothingBillable",
  /** The work order has no customer. */
  "customerMissing",
  /** relation */
  "relationNotFound",
  /** relation */
  "invoiceRelationNotFound",
  /** relation, field: it would be created, and lacks something the vendor wants */
  "relationIncomplete",
  /** relation: the vendor knows it, and has blocked it */
  "relationBlocked",
  /** relation, name: the number set aside for a new relation was given to another one in the meantime */
  "relationNumberTaken",
  /** address */
  "deliveryAddressNotFound",
  /** material */
  "materialNotFound",
  /** code: the vendor knows it, and has blocked it */
  "articleBlocked",
  /** material */
  "materialQuantityZero",
  /** hourType */
  "hourTypeNotFound",
  /** hourType */
  "periodWithoutTime",
  /** warehouse */
  "warehouseNotFound",
  /** field, value: a number too large, a date the vendor cannot hold, a code too long … */
  "valueOutOfRange",
  /** The reference does not fit without cutting the work order number. */
  "referenceTooLong",
  /** record, field, value, and line of the document where it is about one: refused by the vendor, translated into what people call it */
  "valueRefused",
  /** message: refused by the vendor in words of its own */
  "refused",
  /** number: the head was booked, some of its lines were not */
  "linesMissing",
  /** count: more than one document has this reference */
  "severalFound",
  /** number, differences: a document with this reference is another one */
  "foundDiffers",
  /** The look-up stayed unclear. */
  "outcomeUnclear",
] as const;
export type ExportProblemCode = (typeof exportProblemCodes)[number];

export const exportProblemSchema = z.object({
  code: z.enum(exportProblemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Position of the line or period it is about. */
  position: z.number().int().optional(),
  /** What the vendor said, word for word, secrets masked. */
  raw: z.string().optional(),
});
export type ExportProblem = z.infer<typeof exportProblemSchema>;

/** What is sent otherwise than it stands on the work order: `exports.warning.<code>` in the message files. */
export const exportWarningCodes = [
  /** field, length, text */
  "textCut",
  /** field, characters */
  "charactersReplaced",
  /** code: the vendor takes its own price */
  "priceMissing",
  /** field, value, rounded: fewer decimals, without a change of what the line comes to */
  "rounded",
  /** relation: the vendor has no address to which it could e-mail the document */
  "emailMissing",
] as const;
export type ExportWarning = { code: (typeof exportWarningCodes)[number]; params: Record<string, string | number>; position?: number };
