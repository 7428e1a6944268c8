import { hash } from "node:crypto";
import type { Party } from "@/lib/connectors/sales-document";
import type { WorkOrderParty } from "@/lib/work-orders/work-order-detail";
import type { ExportableWorkOrder } from "./exportable-work-order";
import { oneLine } from "./normalise-text";

const nobody: Party = { debtorNumber: null, name: "", street: "", houseNumber: "", postalCode: "", city: "", countryCode: null, contact: null, phone: null, email: null };

/** The party of a document, each text in one line; null when it has neither a debtor number nor a name. */
export function partyOf(party: WorkOrderParty | null): Party | null {
  if (party === null) return null;
  const line = (text: string | null) => oneLine(text ?? "");
  const optional = (text: string | null) => line(text) || null;
  const debtorNumber = optional(party.debtorNumber);
  const name = line(party.name);
  if (debtorNumber === null && name === "") return null;
  return {
    debtorNumber,
    name,
    street: line(party.street),
    houseNumber: line(party.houseNumber),
    postalCode: line(party.postalCode),
    city: line(party.city),
    countryCode: optional(party.countryCode),
    contact: optional(party.contact),
    phone: optional(party.phone),
    email: optional(party.email),
  };
}

/** Who the work was done for, and who pays where that is somebody else. `isKnown`: the work order names a customer at all. */
export function partiesOf({ customer, invoiceCustomer }: Pick<ExportableWorkOrder, "customer" | "invoiceCustomer">): { customer: Party; invoiceCustomer: Party | null; isKnown: boolean } {
  const known = partyOf(customer);
  const payer = partyOf(invoiceCustomer);
  const isSame = known !== null && payer !== null && partyKey(known) === partyKey(payer);
  return { customer: known ?? nobody, invoiceCustomer: isSame ? null : payer, isKnown: known !== null };
}

/**
 * What stands for a party here: its debtor number or, without one, a digest of name and address, so that two work orders of the same new
 * customer mean one relation. Capitals make no difference.
 */
export function partyKey(party: Party): string {
  if (party.debtorNumber !== null) return party.debtorNumber;
  const address = [party.name, party.street, party.houseNumber, party.postalCode.replaceAll(" ", ""), party.city, party.countryCode ?? ""];
  return `new:${hash("sha256", address.map((text) => text.toLowerCase()).join("\n"), "hex")}`;
}
