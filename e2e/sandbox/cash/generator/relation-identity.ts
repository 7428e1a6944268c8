import { associations, difficultNames, firstNames, initials, legalForms, surnames, trades } from "./dutch-names";
import type { Random } from "../../core/generator/random";
import type { RelationKind } from "./relation-kinds";

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function makePlainName(random: Random): string {
  const surname = random.pick(surnames);
  const sort = random.below(10);
  if (sort < 2) return `${random.pick(initials)} ${surname}`;
  if (sort < 3) return random.pick(associations);
  return `${capitalise(surname)} ${random.pick(trades)} ${random.pick(legalForms)}`.trimEnd();
}

/** A believable Dutch name; some kinds get one that is hard to carry over. */
export function makeRelationName(kind: RelationKind, random: Random): string {
  switch (kind) {
    case "ampersandName":
      return random.pick(difficultNames.ampersand);
    case "accentName":
      return random.pick(difficultNames.accent);
    case "pipeName":
      return random.pick(difficultNames.pipe);
    case "quotesName":
      return random.pick(difficultNames.quotes);
    case "lineBreakName":
      return random.pick(difficultNames.lineBreak);
    case "overlongValues":
      return `${makePlainName(random)}, voorheen handelend onder de naam ${"Samenwerkende Installatiebedrijven ".repeat(8).trimEnd()}`;
    default:
      return makePlainName(random);
  }
}

/** The letters and digits of a name, for an e-mail address or a search name. */
export function toMailName(name: string): string {
  const plain = name.slice(0, 40).normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "");
  return plain.slice(0, 24) || "relatie";
}

function makeIban(random: Random): string {
  const bank = random.pick(["INGB", "RABO", "ABNA", "TRIO", "KNAB"]);
  const account = String(random.between(100_000_000, 999_999_999)).padStart(10, "0");
  return `NL${ibanCheckDigits(`${bank}${account}NL00`)}${bank}${account}`;
}

/** 98 minus the remainder of the letters-as-numbers text divided by 97 (ISO 13616). */
function ibanCheckDigits(text: string): string {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return String(98 - remainder).padStart(2, "0");
}

/** Adds contact, telephone numbers and registrations, each for a part of the relations. */
export function addBusinessFields(fields: Record<string, string>, areaCode: string, random: Random): void {
  if (random.chance(0.45)) fields["0104"] = `${random.pick(firstNames)} ${random.pick(surnames)}`;
  if (random.chance(0.8)) fields["0108"] = `${areaCode}-${String(random.between(1_000_000, 9_999_999)).slice(0, 10 - areaCode.length)}`;
  if (random.chance(0.55)) fields["0110"] = makeIban(random);
  fields["0111"] = random.pick(["014", "030", "030", "008"]);
  if (random.chance(0.5)) fields["0116"] = `NL${random.between(100_000_000, 899_999_999)}B01`;
  if (random.chance(0.4)) fields["1197"] = `06-${random.between(10_000_000, 59_999_999)}`;
  if (random.chance(0.6)) fields["1479"] = String(random.between(10_000_000, 89_999_999));
}
