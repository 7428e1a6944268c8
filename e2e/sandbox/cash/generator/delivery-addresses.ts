import { toCashDate, type CashFields } from "../data/record";
import type { GeneratedTable } from "../data/table";
import { makeAddress, usualAddressFields } from "./relation-address";
import { mixSeed, Random } from "../../core/generator/random";
import { relationKindAt } from "./relation-kinds";
import { relationNumberAt, relationPlacesOf } from "./relations";

/** How many delivery addresses a relation has: none for three in four, else one, and sometimes two. */
export function countDeliveryAddresses(seed: number, index: number): number {
  if (relationKindAt(index) === "duplicateNumber") return 0;
  const random = new Random(mixSeed(seed, index, 2228));
  if (!random.chance(0.25)) return 0;
  return random.chance(0.15) ? 2 : 1;
}

/** One delivery address in twenty has no place. */
export function isDeliveryAddressIncomplete(seed: number, index: number, serial: number): boolean {
  return new Random(mixSeed(seed, index, 22_290 + serial)).chance(0.05);
}

function makeDeliveryAddress(seed: number, index: number, serial: number, changedAt: number): CashFields {
  const random = new Random(mixSeed(seed, index, 2229 + serial));
  const address = makeAddress(random);
  const usual = usualAddressFields(address);
  const incomplete = isDeliveryAddressIncomplete(seed, index, serial);
  return {
    "0101": relationNumberAt(index),
    "2228": String(serial).padStart(3, "0"),
    "2229": random.pick(["Werkplaats", "Magazijn", "Nieuwbouw", "Filiaal", "Privé adres", "Bouwplaats fase 2"]),
    "0103": random.pick(["Loods Noord", "Filiaal Centrum", "Appartementen De Haven", "Projectkantoor", "Distributiecentrum"]),
    ...(random.chance(0.3) ? { "0104": "Opzichter" } : {}),
    ...usual,
    ...(incomplete ? { "0107": address.postcode } : {}),
    "2306": toCashDate(changedAt),
  };
}

/** R2229: delivery addresses of about one relation in four. */
export function deliveryAddressesTable(seed: number, relations: number, changedAt: (slot: number) => number): GeneratedTable {
  return {
    slots: relations,
    recordsAt: (slot) =>
      Array.from({ length: countDeliveryAddresses(seed, slot) }, (_, place) =>
        makeDeliveryAddress(seed, slot, place + 1, changedAt(slot)),
      ),
    slotsOf: (number) => relationPlacesOf(number, relations),
    changedAt,
  };
}
