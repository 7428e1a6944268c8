import type { EasybillExports } from "../exports-schema";

/** What EasyBill calls an invoice with VAT. */
export const taxed = "NULL";

/**
 * Whether and why an invoice is without VAT, in EasyBill's own word. The customer decides where EasyBill knows something about it, also that
 * there is VAT; only a small business never charges any. Of a customer about whom EasyBill says nothing the settings decide.
 * @param ofCustomer the `tax_options` of the customer; "" where there are none
 */
export function decideVatOption(ofCustomer: string, vatOption: EasybillExports["vatOption"]): string {
  const byDefault = vatOption === "standard" ? taxed : vatOption;
  if (ofCustomer === "") return byDefault;
  return ofCustomer === taxed && vatOption === "smallBusiness" ? vatOption : ofCustomer;
}
