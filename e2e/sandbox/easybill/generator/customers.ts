import { mixSeed, Random } from "../../core/generator/random";
import { toBerlinDate, toBerlinDateTime } from "../berlin";
import { customerFields, displayNameOf, type Customer, type CustomerFields } from "../data/records/customer";
import type { GeneratedRecords } from "../data/table";
import { makeAddress, makeForeignAddress } from "./address";
import { customerKindAt, type CustomerKind } from "./customer-kinds";
import { difficultNames, firstNames, institutions, legalForms, surnames, trades } from "./german-names";

/** What the records of one company are made from. */
export interface Origin {
  readonly seed: number;
  /** The id of the first record of its table. */
  readonly firstId: number;
  /** The moment from which ages count back. */
  readonly epoch: number;
  readonly loginId: number;
  /** The ids of the customer or position groups. */
  readonly groupIds: readonly number[];
}

const dayInMilliseconds = 86_400_000;
/** Every field in its place: records of one shape are made quickly. */
const blank: Customer = {
  ...customerFields.parse({ last_name: null, company_name: null }),
  id: 0,
  login_id: 0,
  display_name: "",
  created_at: undefined,
  updated_at: undefined,
};

const noName = { company_name: null, first_name: null, last_name: null };

/** The number of the customer at this place. */
export function customerNumberAt(index: number): string {
  return String(10_001 + index);
}

/** A quarter has a delivery address of its own. */
export function hasDeliveryAddress(seed: number, index: number): boolean {
  return mixSeed(seed, index, 3) % 4 === 0;
}

/** Old entries have no dates: one in twenty. */
function isOld(seed: number, index: number): boolean {
  return mixSeed(seed, index, 5) % 20 === 0;
}

function makeName(kind: CustomerKind, random: Random): Partial<CustomerFields> {
  const [surname, firstName] = [random.pick(surnames), random.pick(firstNames)];
  switch (kind) {
    case "withoutName":
      return {};
    case "privatePerson":
      return { first_name: firstName, last_name: surname, salutation: random.between(1, 2), personal: true };
    case "institution":
      return { company_name: random.pick(institutions), salutation: 3 };
    case "difficultName":
      return { company_name: random.pick(difficultNames), last_name: surname };
    case "overlong":
      return { company_name: `${random.pick(trades)} ${surname} – ${"Verwaltungs- und Beteiligungsgesellschaft ".repeat(6)}mbH`, last_name: null };
    default:
      return { company_name: `${random.pick(trades)} ${surname} ${random.pick(legalForms)}`, ...(random.chance(0.5) ? { first_name: firstName, last_name: random.pick(surnames) } : {}) };
  }
}

function makeEmails(kind: CustomerKind, index: number, random: Random): string[] {
  if (kind === "withoutEmail") return [];
  if (kind === "malformedEmail") return [random.pick(["info(at)firma.de", "kein", "rechnung@"])];
  const main = `rechnung@kunde${index + 1}.example`;
  return random.chance(0.2) ? [main, `büro@kunde${index + 1}.example`] : [main];
}

function makePlace(kind: CustomerKind, random: Random): Partial<CustomerFields> {
  const { phone, ...address } = makeAddress(random);
  const abroad = makeForeignAddress(random);
  switch (kind) {
    case "withoutAddress":
      return { phone_1: phone };
    case "withoutZipCode":
      return { ...address, zip_code: null, phone_1: phone };
    case "abroad":
      return { street: abroad.street, zip_code: abroad.zip_code, city: abroad.city, country: abroad.country, tax_options: abroad.tax, vat_identifier: `${abroad.vat}${random.between(10_000_000, 99_999_999)}` };
    case "reverseCharge":
      return { ...address, phone_1: phone, tax_options: "revc", vat_identifier: `DE${random.between(100_000_000, 999_999_999)}` };
    default:
      return { ...address, phone_1: phone, ...(random.chance(0.3) ? { mobile: `+49 17${random.between(0, 9)} ${random.between(1_000_000, 9_999_999)}` } : {}) };
  }
}

function makeDelivery(random: Random, name: Partial<CustomerFields>): Partial<CustomerFields> {
  const { street, zip_code, city } = makeAddress(random);
  return {
    delivery_company_name: random.chance(0.6) ? `${name.company_name ?? random.pick(trades)} – Lager`.slice(0, 100) : null,
    delivery_first_name: random.pick(firstNames),
    delivery_last_name: random.pick(surnames),
    delivery_street: street,
    delivery_zip_code: zip_code,
    delivery_city: city,
    delivery_country: "DE",
    delivery_suffix_1: random.chance(0.3) ? "Tor 2, Anlieferung" : null,
  };
}

/** Makes the customer at this place again. */
function makeCustomer({ seed, firstId, epoch, loginId, groupIds }: Origin, index: number): Customer {
  const random = new Random(mixSeed(seed, index, 11));
  const kind = customerKindAt(index);
  const name = makeName(kind, random);
  const changed = epoch - (mixSeed(seed, index, 7) % 1000) * dayInMilliseconds;
  const isDated = !isOld(seed, index);
  return {
    ...blank,
    ...name,
    ...makePlace(kind, random),
    ...(hasDeliveryAddress(seed, index) ? makeDelivery(random, name) : {}),
    id: firstId + index,
    login_id: loginId,
    display_name: displayNameOf({ ...noName, ...name }),
    created_at: isDated ? toBerlinDate(changed - 400 * dayInMilliseconds) : undefined,
    updated_at: isDated ? toBerlinDateTime(changed) : undefined,
    number: kind === "withoutNumber" ? "" : customerNumberAt(index),
    emails: makeEmails(kind, index, random),
    archived: kind === "archived",
    due_in_days: random.pick([null, 7, 14, 14, 30]),
    group_id: random.chance(0.3) ? (groupIds[random.below(groupIds.length)] ?? null) : null,
    sale_price_level: random.chance(0.1) ? "SALEPRICE2" : null,
    document_pdf_type: random.pick(["default", "default", "default", "zugferd2_2", "xrechnung3_0_xml"]),
    note: random.chance(0.1) ? "Schlüssel beim Hausmeister abholen,\nHund ist im Hof." : null,
  };
}

export function customersOf(origin: Origin, count: number): GeneratedRecords<Customer> {
  return { count, recordAt: (index) => makeCustomer(origin, index) };
}
