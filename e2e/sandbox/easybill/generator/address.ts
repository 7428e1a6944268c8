import type { Random } from "../../core/generator/random";
import { germanPlaces, streets } from "./german-places";

export interface GeneratedAddress {
  readonly street: string;
  readonly zip_code: string;
  readonly city: string;
  /** `+49 …` with a number of that place. */
  readonly phone: string;
}

const houseNumbers = ["", "", "", "a", "b", "–14", " Hinterhaus"] as const;

/** Somewhere in Germany. */
export function makeAddress(random: Random): GeneratedAddress {
  const place = random.pick(germanPlaces);
  const [first, last] = place.postcodes;
  return {
    street: `${random.pick(streets)} ${random.between(1, 180)}${random.pick(houseNumbers)}`,
    zip_code: String(random.between(first, last)).padStart(5, "0"),
    city: place.name,
    phone: `+49 ${place.areaCode} ${random.between(10_000, 9_999_999)}`,
  };
}

export interface ForeignAddress {
  readonly street: string;
  readonly zip_code: string;
  readonly city: string;
  readonly country: string;
  readonly tax: "IG" | "nStb" | "nStbUstID";
  readonly vat: string;
}

const abroad: readonly [ForeignAddress, ...ForeignAddress[]] = [
  { street: "Mariahilfer Straße 88a", zip_code: "1070", city: "Wien", country: "AT", tax: "IG", vat: "ATU" },
  { street: "Limmatquai 42", zip_code: "8001", city: "Zürich", country: "CH", tax: "nStb", vat: "CHE" },
  { street: "Keizersgracht 174", zip_code: "1016 DW", city: "Amsterdam", country: "NL", tax: "nStbUstID", vat: "NL" },
  { street: "12, rue de l'Église", zip_code: "67000", city: "Strasbourg", country: "FR", tax: "IG", vat: "FR" },
];

/** An address in a neighbouring country, with the tax option that a customer there usually has. */
export function makeForeignAddress(random: Random): ForeignAddress {
  return random.pick(abroad);
}
