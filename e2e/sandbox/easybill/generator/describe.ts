import { companyIds, defaultDataOptions, sizeOfCompany, type CompanyId, type DataOptions } from "../data/options";
import { countContacts, isContactUnnamed } from "./contacts";
import { customerKindAt, customerKinds, type CustomerKind } from "./customer-kinds";
import { hasDeliveryAddress } from "./customers";
import { isGross, isPositionArchived, isPositionWithoutDescription, isPositionWithoutNumber, positionTypeAt } from "./position-kinds";

interface PositionTypeDescription {
  readonly rows: number;
  readonly archived: number;
  readonly withoutNumber: number;
  readonly withoutDescription: number;
  readonly gross: number;
}

interface CompanyDescription {
  readonly customers: {
    readonly rows: number;
    /** Every customer is of one kind. */
    readonly kinds: Readonly<Record<CustomerKind, number>>;
    readonly withDeliveryAddress: number;
  };
  readonly contacts: { readonly rows: number; readonly withoutName: number; readonly ofArchivedCustomers: number };
  readonly positions: Readonly<Record<"PRODUCT" | "SERVICE" | "TEXT", PositionTypeDescription>>;
  readonly logins: number;
  readonly positionGroups: number;
}

export type DataDescription = Readonly<Record<CompanyId, CompanyDescription>>;

function places(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function describeCompany(id: CompanyId, options: DataOptions): CompanyDescription {
  const { seed, customers, positions, logins, contacts } = sizeOfCompany(id, options);
  const customerPlaces = places(customers);
  const contactPlaces = contacts ? customerPlaces.flatMap((customer) => places(countContacts(seed, customer)).map((place) => ({ customer, place }))) : [];
  const countKind = (kind: CustomerKind) => customerPlaces.filter((index) => customerKindAt(index) === kind).length;
  const describeType = (type: "PRODUCT" | "SERVICE" | "TEXT"): PositionTypeDescription => {
    const ofType = places(positions).filter((index) => positionTypeAt(index) === type);
    const count = (holds: (index: number) => boolean) => ofType.filter(holds).length;
    return {
      rows: ofType.length,
      archived: count(isPositionArchived),
      withoutNumber: count(isPositionWithoutNumber),
      withoutDescription: count(isPositionWithoutDescription),
      gross: count(isGross),
    };
  };
  return {
    customers: {
      rows: customers,
      kinds: customerKinds.reduce<Record<CustomerKind, number>>((counts, kind) => ({ ...counts, [kind]: countKind(kind) }), noKinds),
      withDeliveryAddress: customerPlaces.filter((index) => hasDeliveryAddress(seed, index)).length,
    },
    contacts: {
      rows: contactPlaces.length,
      withoutName: contactPlaces.filter(({ customer, place }) => isContactUnnamed(seed, customer, place)).length,
      ofArchivedCustomers: contactPlaces.filter(({ customer }) => customerKindAt(customer) === "archived").length,
    },
    positions: { PRODUCT: describeType("PRODUCT"), SERVICE: describeType("SERVICE"), TEXT: describeType("TEXT") },
    logins,
    positionGroups: 8,
  };
}

const noKinds: Record<CustomerKind, number> = {
  archived: 0, withoutName: 0, withoutNumber: 0, withoutAddress: 0, withoutZipCode: 0, abroad: 0, reverseCharge: 0,
  difficultName: 0, institution: 0, privatePerson: 0, withoutEmail: 0, malformedEmail: 0, overlong: 0, plain: 0,
};

/**
 * Says exactly what the generated data contain, per company, so that a test can compare counts. Changes made later are not
 * part of it.
 */
export function describeData(options: Partial<DataOptions> = {}): DataDescription {
  const complete = { ...defaultDataOptions, ...options };
  const [business, plus] = companyIds;
  return { business: describeCompany(business, complete), plus: describeCompany(plus, complete) };
}
