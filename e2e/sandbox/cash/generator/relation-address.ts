import type { CashFields } from "../data/record";
import { dutchPlaces, dutchStreets, foreignAddresses } from "./dutch-places";
import type { Random } from "../../core/generator/random";

export interface GeneratedAddress {
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly place: string;
  readonly areaCode: string;
}

const postcodeLetters = "ABCDEGHJKLMNPRSTVWXZ";

/** A Dutch address; the postal code belongs to the place. */
export function makeAddress(random: Random): GeneratedAddress {
  const place = random.pick(dutchPlaces);
  const letter = () => postcodeLetters.charAt(random.below(postcodeLetters.length));
  const addition = random.chance(0.1) ? ` ${"abcd".charAt(random.below(4))}` : "";
  return {
    street: random.pick(dutchStreets),
    houseNumber: `${random.between(1, 240)}${addition}`,
    postcode: `${random.between(...place.postcodes)} ${letter()}${letter()}`,
    place: place.name,
    areaCode: place.areaCode,
  };
}

/** The way most relations carry an address: street and number, postal code and place in one, and the postal code again. */
export function usualAddressFields(address: GeneratedAddress): CashFields {
  return {
    "0105": `${address.street} ${address.houseNumber}`,
    "0107": `${address.postcode} ${address.place}`,
    "0438": address.postcode,
  };
}

/** Only the separate fields are filled: street, number, postal code and place each in their own. */
export function splitAddressFields(address: GeneratedAddress): CashFields {
  return { "0438": address.postcode, "1833": address.street, "1834": address.houseNumber, "1837": address.place };
}

/** An address abroad, complete in the form of its country. */
export function foreignAddressFields(random: Random): CashFields {
  const address = random.pick(foreignAddresses);
  return {
    "0105": address.street,
    "0107": `${address.postcode} ${address.place}`,
    "0438": address.postcode,
    "1837": address.place,
    "0125": address.country,
    "0130": address.countryCode,
  };
}
