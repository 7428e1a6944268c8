import { z } from "zod";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SkipReason } from "@/lib/connectors/skip-reasons";

const line = z.string().max(500);
const optionalLine = line.nullable();
/** A decimal number as text with a point, at most ten digits before and four after it: money never touches a float. */
const decimal = z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable();

/** The normalised content of each kind, as the engine writes it; text is trimmed, and what is empty is null. */
export const recordContents = {
  relations: z.object({
    debtorNumber: line.min(1),
    name: line.min(1),
    searchName: optionalLine,
    attention: optionalLine,
    /** Empty where the vendor does without. */
    street: line,
    postalCode: line,
    city: line,
    countryCode: optionalLine,
    country: optionalLine,
    phone: optionalLine,
    mobile: optionalLine,
    email: optionalLine,
    vatNumber: optionalLine,
    chamberNumber: optionalLine,
    /** Days. */
    paymentTerm: z.number().int().min(0).max(9999).nullable(),
  }),
  deliveryAddresses: z.object({
    /** External id of the relation it belongs to. */
    relation: line.min(1),
    /** The vendor's serial number within the relation. */
    code: line.min(1),
    description: optionalLine,
    name: optionalLine,
    attention: optionalLine,
    street: optionalLine,
    postalCode: optionalLine,
    city: optionalLine,
    countryCode: optionalLine,
    country: optionalLine,
    phone: optionalLine,
  }),
  contacts: z.object({
    /** External id of the relation it belongs to. */
    relation: line.min(1),
    /** The vendor's number of it, unique within the relation. */
    code: line.min(1),
    name: line.min(1),
    department: optionalLine,
    phone: optionalLine,
    mobile: optionalLine,
    email: optionalLine,
    street: optionalLine,
    postalCode: optionalLine,
    city: optionalLine,
    countryCode: optionalLine,
  }),
  categories: z.object({ code: line.min(1), name: line.min(1), description: optionalLine }),
  materials: z.object({
    code: line.min(1),
    name: line.min(1),
    searchName: optionalLine,
    group: optionalLine,
    unit: optionalLine,
    /** Sales price without VAT. */
    price: decimal,
    vatCode: optionalLine,
    /** Per cent, where the vendor says it with the article. */
    vatRate: decimal,
    type: optionalLine,
    stock: decimal,
  }),
  hourTypes: z.object({ code: line.min(1), name: line.min(1), unit: optionalLine, price: decimal, vatCode: optionalLine, vatRate: decimal }),
  warehouses: z.object({ code: line.min(1), name: line.min(1) }),
  employees: z.object({ code: line.min(1), name: line.min(1), email: optionalLine }),
} as const satisfies Record<RecordKind, z.ZodObject>;

export type RecordContent<Kind extends RecordKind> = z.infer<(typeof recordContents)[Kind]>;

/** One record as a connector hands it over. */
export type SourceRecord<Kind extends RecordKind = RecordKind> =
  /** `version`: the vendor's own mark by which it can be seen that something of the record moved. Compared for equality only. */
  | { outcome: "import"; externalId: string; content: RecordContent<Kind>; version?: string }
  /**
   * Left out by a rule. `label` is what people call it, empty where only its key is known; `field` the field that is meant; `below` the external id
   * of the relation it hangs under.
   */
  | { outcome: "skip"; externalId: string; label: string; reason: SkipReason; field?: string; value?: string; below?: string }
  /** Could not be read: the vendor sent something that breaks its own form. Counted as failed, never stops the others. */
  | { outcome: "fail"; externalId: string; label: string; field: string; value: string; detail: string; below?: string };
