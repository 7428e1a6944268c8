import type { CashFields } from "../data/record";
import type { GeneratedTable } from "../data/table";
import { foreignAddressFields, makeAddress, splitAddressFields, usualAddressFields, type GeneratedAddress } from "./relation-address";
import { relationKindAt, type RelationKind } from "./relation-kinds";
import { addBusinessFields, makeRelationName, toMailName } from "./relation-identity";
import { mixSeed, Random } from "../../core/generator/random";

/** The number of the first generated relation. */
const firstNumber = 100;

/** The number of the relation at this place, as it goes out: six digits. A duplicate has the number of the row before it. */
export function relationNumberAt(index: number): string {
  const owner = relationKindAt(index) === "duplicateNumber" ? index - 1 : index;
  return String(firstNumber + owner).padStart(6, "0");
}

/** The places that can hold a relation with this number, a following duplicate included. */
export function relationPlacesOf(number: string, count: number): readonly number[] {
  const index = Number(number) - firstNumber;
  return [index, index + 1].filter((place) => place >= 0 && place < count && relationNumberAt(place) === number);
}

function makeAddressFields(kind: RelationKind, address: GeneratedAddress, random: Random): CashFields {
  const usual = usualAddressFields(address);
  switch (kind) {
    case "foreignAddress":
      return foreignAddressFields(random);
    case "splitAddress":
      return splitAddressFields(address);
    case "combinedPostcodeAndPlace":
      return { "0105": `${address.street} ${address.houseNumber}`, "0107": `${address.postcode} ${address.place}` };
    case "missingStreet":
      return { "0107": `${address.postcode} ${address.place}`, "0438": address.postcode };
    case "missingPostalCode":
      return { "0105": `${address.street} ${address.houseNumber}`, "0107": address.place };
    case "missingCity":
      return { "0105": `${address.street} ${address.houseNumber}`, "0107": address.postcode, "0438": address.postcode };
    case "overlongValues":
      return { ...usual, "0105": `${`Burgemeester van ${address.street} `.repeat(6)}${address.houseNumber}` };
    default:
      return usual;
  }
}

const malformedEmails = ["info(at)bedrijf.nl", "geen", "administratie@", "naam @bedrijf.example"] as const;
const mailboxes = ["info", "administratie", "kantoor"] as const;

function makeEmail(kind: RelationKind, mailName: string, random: Random): string {
  if (kind === "emptyEmail") return "";
  return kind === "malformedEmail" ? random.pick(malformedEmails) : `${random.pick(mailboxes)}@${mailName}.example`;
}

/** Makes the record of one relation again from its place. Only filled fields are there. */
function makeRelation(seed: number, index: number): CashFields {
  const random = new Random(mixSeed(seed, index, 101));
  const kind = relationKindAt(index);
  const name = makeRelationName(kind, random);
  const mailName = toMailName(name);
  const address = makeAddress(random);
  const fields: Record<string, string> = {
    "0101": relationNumberAt(index),
    "0102": mailName.toUpperCase().slice(0, 10),
    ...makeAddressFields(kind, address, random),
  };
  if (kind !== "missingName") fields["0103"] = name;
  addBusinessFields(fields, address.areaCode, random);
  const email = makeEmail(kind, mailName, random);
  if (email !== "") fields["0120"] = email;
  if (kind === "blockedRelation") fields["1487"] = "J";
  else if (random.chance(0.5)) fields["1487"] = "N";
  return fields;
}

/** Days before the sandbox's first start on which a generated record was changed for the last time: up to three years. */
export function generatedAge(seed: number, slot: number): number {
  return mixSeed(seed, slot, 7) % 1095;
}

/** R0101: as many relations as asked for, each made again whenever it is read. */
export function relationsTable(seed: number, count: number, changedAt: (slot: number) => number): GeneratedTable {
  return {
    slots: count,
    recordsAt: (slot) => [makeRelation(seed, slot)],
    slotsOf: (number) => relationPlacesOf(number, count),
    changedAt,
  };
}
