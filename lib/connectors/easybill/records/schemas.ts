import { z } from "zod";

/**
 * The shapes of EasyBill that come in. Fields that are not named here may be anything; those that are named must be right. The vendor's
 * description calls few of them nullable and means null for many: null and absence are the same everywhere.
 */
const text = z.string().nullish();
const id = z.int();

export const customerSchema = z.looseObject({
  id,
  number: text,
  supplier_number: text,
  company_name: text,
  first_name: text,
  last_name: text,
  title: text,
  personal: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  street: text,
  suffix_1: text,
  suffix_2: text,
  zip_code: text,
  city: text,
  country: text,
  phone_1: text,
  phone_2: text,
  mobile: text,
  emails: z.array(z.string()).nullish(),
  vat_identifier: text,
  court_registry_number: text,
  /** Days; `grace_period` is its older name. */
  due_in_days: z.number().nullish(),
  grace_period: z.number().nullish(),
  /** Y-m-d H:i:s in Berlin; compared for equality only. */
  updated_at: text,
  delivery_company_name: text,
  delivery_first_name: text,
  delivery_last_name: text,
  delivery_title: text,
  delivery_personal: z.boolean().nullish(),
  delivery_street: text,
  delivery_suffix_1: text,
  delivery_suffix_2: text,
  delivery_zip_code: text,
  delivery_city: text,
  delivery_country: text,
});
export type Customer = z.infer<typeof customerSchema>;

/** What of a customer its delivery address is told from. */
export const deliverySchema = customerSchema.pick({
  id: true, company_name: true, title: true, first_name: true, last_name: true, personal: true, street: true, zip_code: true, city: true,
  delivery_company_name: true, delivery_title: true, delivery_first_name: true, delivery_last_name: true, delivery_personal: true,
  delivery_street: true, delivery_suffix_1: true, delivery_suffix_2: true, delivery_zip_code: true, delivery_city: true, delivery_country: true,
});
export type Delivery = z.infer<typeof deliverySchema>;

/** It does not say whose it is: that is where it was found. */
export const contactSchema = z.looseObject({
  id,
  company_name: text,
  first_name: text,
  last_name: text,
  title: text,
  personal: z.boolean().nullish(),
  department: text,
  phone_1: text,
  phone_2: text,
  mobile: text,
  emails: z.array(z.string()).nullish(),
  street: text,
  zip_code: text,
  city: text,
  country: text,
});
export type Contact = z.infer<typeof contactSchema>;

export const positionSchema = z.looseObject({
  id,
  type: z.enum(["PRODUCT", "SERVICE", "TEXT"]).nullish(),
  number: text,
  description: text,
  unit: text,
  group_id: id.nullish(),
  /** Cents, fractions allowed. */
  sale_price: z.number().nullish(),
  price_type: z.enum(["BRUTTO", "NETTO"]).nullish(),
  vat_percent: z.number().min(0).max(100).nullish(),
  stock: z.enum(["YES", "NO"]).nullish(),
  stock_count: z.number().nullish(),
  archived: z.boolean().nullish(),
});
export type Position = z.infer<typeof positionSchema>;

export const positionGroupSchema = z.looseObject({ id, number: text, name: text, description: text });
export type PositionGroup = z.infer<typeof positionGroupSchema>;

export const loginSchema = z.looseObject({ id, first_name: text, last_name: text, display_name: text, email: text, login_type: z.enum(["ADMIN", "ASSISTANT"]).nullish() });
export type EasybillLogin = z.infer<typeof loginSchema>;
