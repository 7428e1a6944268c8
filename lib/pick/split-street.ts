/**
 * A relation has its address in one line, a work order has street and number apart: "Dorpsstraat 18 a" is both, "18 Septemberplein" and
 * "Postbus" are streets.
 */
export function splitStreet(address: string): { street: string; houseNumber: string | null } {
  const [, street, houseNumber] = /^(.*\S)\s+(\d+\s?[a-zA-Z]?(?:[-/]\s?\w{1,5})?)$/.exec(address.trim()) ?? [];
  if (street === undefined || houseNumber === undefined || houseNumber.length > 20) return { street: address.trim(), houseNumber: null };
  return { street: street.trim(), houseNumber };
}
