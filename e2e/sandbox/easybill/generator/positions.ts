import { mixSeed, Random } from "../../core/generator/random";
import { positionFields, type Position, type PositionFields } from "../data/records/position";
import type { GeneratedRecords } from "../data/table";
import type { Origin } from "./customers";
import { isGross, isPositionArchived, isPositionWithoutDescription, isPositionWithoutNumber, isReduced, positionTypeAt } from "./position-kinds";

const blank: PositionFields = positionFields.parse({ number: "", description: "", sale_price: 0 });

const things = ["Heizkörperventil", "Kupferrohr 15 mm", "Dichtungssatz", "Umwälzpumpe", "Spülkasten", "LED-Röhre", "Feuchtraumleuchte", "Türschließer", "Schraubenset", "Kältemittel R32", "Filtermatte", "Öldüse", "Rückschlagventil", "Fußbodenheizung-Verteiler", "Wasserzähler", "Blumenerde", "Fachbuch Gebäudetechnik"] as const;
const makes = ["Grünbeck", "Viega", "Geberit", "Hänsel", "Kermi", "Würth", "Osram", "Böge"] as const;
const services = ["Monteurstunde", "Meisterstunde", "Anfahrt", "Wartung Gastherme", "Störungsdienst", "Helferstunde", "Prüfung ortsfester Anlagen", "Entsorgung"] as const;
const texts = ["Vielen Dank für Ihren Auftrag.", "Bitte prüfen Sie die Anlage jährlich.", "Gewährleistung nach BGB.", "Lieferung frei Baustelle."] as const;
const units = ["Stk.", "m", "Pckg.", "kg"] as const;

const prefixes = { PRODUCT: "A", SERVICE: "L", TEXT: "T" } as const;

/** The number of the position at this place: A0001 for products, L0004 for services, T0010 for texts. */
function positionNumberAt(index: number): string {
  return `${prefixes[positionTypeAt(index)]}${String(index + 1).padStart(4, "0")}`;
}

function describe(index: number, random: Random): string {
  if (isPositionWithoutDescription(index)) return "";
  switch (positionTypeAt(index)) {
    case "PRODUCT":
      return `${random.pick(things)} ${random.pick(makes)} ${random.between(10, 990)}`;
    case "SERVICE":
      return `${random.pick(services)}${random.chance(0.3) ? "\nWerktags 7–17 Uhr" : ""}`;
    case "TEXT":
      return random.pick(texts);
  }
}

/** Makes the position at this place again. Prices are cents; one in seven has a fraction of a cent. */
function makePosition({ seed, firstId, loginId, groupIds }: Origin, index: number): Position {
  const random = new Random(mixSeed(seed, index, 29));
  const type = positionTypeAt(index);
  const price = type === "TEXT" ? 0 : random.between(150, 45_000) + (random.below(7) === 0 ? 0.5 : 0);
  return {
    ...blank,
    type,
    number: isPositionWithoutNumber(index) ? "" : positionNumberAt(index),
    description: describe(index, random),
    sale_price: price,
    sale_price2: type === "PRODUCT" && random.chance(0.1) ? Math.round(price * 0.9) : null,
    cost_price: type === "PRODUCT" ? Math.round(price * 0.6) : null,
    price_type: isGross(index) ? "BRUTTO" : "NETTO",
    vat_percent: isReduced(index) ? 7 : 19,
    unit: type === "PRODUCT" ? random.pick(units) : type === "SERVICE" ? "Std." : null,
    export_identifier: isReduced(index) ? "8300" : "8400",
    group_id: random.chance(0.8) ? (groupIds[random.below(groupIds.length)] ?? null) : null,
    note: random.chance(0.1) ? "Nur auf Bestellung" : null,
    archived: isPositionArchived(index),
    id: firstId + index,
    login_id: loginId,
    stock_count: type === "PRODUCT" ? random.between(0, 400) : 0,
  };
}

export function positionsOf(origin: Origin, count: number): GeneratedRecords<Position> {
  return { count, recordAt: (index) => makePosition(origin, index) };
}
