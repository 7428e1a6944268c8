import { z } from "zod";
import { flag, identity, nullableId, nullableNumber, nullableText, text } from "./fields";

/** Prices are cents; fractions of a cent are allowed. */
export const positionFields = z.object({
  number: z.string(),
  description: z.string(),
  sale_price: z.number(),
  type: z.enum(["PRODUCT", "SERVICE", "TEXT"]).default("PRODUCT"),
  document_note: text,
  note: nullableText,
  unit: nullableText,
  export_identifier: nullableText,
  price_type: z.enum(["BRUTTO", "NETTO"]).default("NETTO"),
  vat_percent: z.number().default(19),
  /** For customers of group 2, and so on. */
  sale_price2: nullableNumber,
  sale_price3: nullableNumber,
  sale_price4: nullableNumber,
  sale_price5: nullableNumber,
  sale_price6: nullableNumber,
  sale_price7: nullableNumber,
  sale_price8: nullableNumber,
  sale_price9: nullableNumber,
  sale_price10: nullableNumber,
  cost_price: nullableNumber,
  export_cost1: nullableText,
  export_cost2: nullableText,
  group_id: nullableId,
  stock: z.enum(["YES", "NO"]).default("NO"),
  stock_limit_notify: flag,
  stock_limit_notify_frequency: z.enum(["ALWAYS", "ONCE"]).default("ALWAYS"),
  stock_limit: z.number().int().default(0),
  quantity: nullableNumber,
  archived: flag,
});

export const positionSchema = positionFields.extend({ id: identity, login_id: identity, stock_count: z.number().int() });

export type PositionFields = z.infer<typeof positionFields>;
export type Position = z.infer<typeof positionSchema>;
