import { mixSeed, Random } from "../../core/generator/random";
import { toBerlinDateTime } from "../berlin";
import { contactFields, type Contact, type ContactFields } from "../data/records/contact";
import type { GeneratedRecords } from "../data/table";
import { makeAddress } from "./address";
import type { Origin } from "./customers";
import { departments, firstNames, surnames } from "./german-names";

/** Places for contacts that each customer has, used or not. */
export const contactPlaces = 4;

const dayInMilliseconds = 86_400_000;
const blank: ContactFields = contactFields.parse({ city: "", street: "" });

/** How many contacts the customer at this place has: none to three. */
export function countContacts(seed: number, customerIndex: number): number {
  const share = mixSeed(seed, customerIndex, 13) % 10;
  if (share < 4) return 0;
  if (share < 8) return 1;
  return share === 8 ? 2 : 3;
}

/** One in thirty has no name; such a contact is of no use to anybody. */
export function isContactUnnamed(seed: number, customerIndex: number, place: number): boolean {
  return mixSeed(seed, customerIndex, place, 17) % 30 === 0;
}

function makeContact({ seed, firstId, epoch, loginId }: Origin, customerId: number, index: number): Contact | undefined {
  const customerIndex = Math.floor(index / contactPlaces);
  const place = index % contactPlaces;
  if (place >= countContacts(seed, customerIndex)) return undefined;
  const random = new Random(mixSeed(seed, index, 19));
  const { street, zip_code, city, phone } = makeAddress(random);
  const [firstName, lastName] = [random.pick(firstNames), random.pick(surnames)];
  const changedAt = toBerlinDateTime(epoch - (mixSeed(seed, index, 23) % 900) * dayInMilliseconds);
  return {
    ...blank,
    ...(isContactUnnamed(seed, customerIndex, place) ? {} : { first_name: firstName, last_name: lastName }),
    salutation: random.between(1, 2),
    street,
    zip_code,
    city,
    phone_1: phone,
    mobile: random.chance(0.5) ? `+49 16${random.between(0, 9)} ${random.between(1_000_000, 9_999_999)}` : null,
    emails: random.chance(0.8) ? [`kontakt${index + 1}@kunde${customerIndex + 1}.example`] : [],
    department: random.chance(0.6) ? random.pick(departments) : null,
    id: firstId + index,
    login_id: loginId,
    customer_id: customerId,
    created_at: changedAt,
    updated_at: changedAt,
  };
}

/** The contacts of as many customers; those of one customer stand together. */
export function contactsOf(origin: Origin, customers: number, firstCustomerId: number): GeneratedRecords<Contact> {
  return { count: customers * contactPlaces, recordAt: (index) => makeContact(origin, firstCustomerId + Math.floor(index / contactPlaces), index) };
}
