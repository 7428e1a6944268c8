import type { Party, SalesDocument } from "@/lib/connectors/sales-document";
import type { EasybillExports } from "../exports-schema";

/** The text above the lines: the settings' own, then where the work was done. "" leaves it to EasyBill's template. */
export function writeTextBefore({ customer }: Pick<SalesDocument, "customer">, { textBefore, workAddressLabel }: Pick<EasybillExports, "textBefore" | "workAddressLabel">): string {
  const address = workAddressLabel === "" ? "" : addressLine(customer);
  return [textBefore, address === "" ? "" : `${workAddressLabel} ${address}`].filter((text) => text !== "").join("\n\n");
}

/** In one line: name, street and number, postal code and city, the country where it is not Germany. */
function addressLine({ name, street, houseNumber, postalCode, city, countryCode }: Party): string {
  const country = countryCode === null || countryCode.toUpperCase() === "DE" ? "" : countryCode.toUpperCase();
  return [name, `${street} ${houseNumber}`, `${postalCode} ${city}`, country].map((part) => part.trim()).filter((part) => part !== "").join(", ");
}
