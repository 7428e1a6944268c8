import {
  defaultDataOptions,
  sizeOfAdministration,
  type AdministrationCode,
  type AdministrationSize,
  type DataOptions,
} from "../data/options";
import { articleTypeAt, isArticleBlocked, isArticleOutsideWebShop, isArticleUnnamed, type ArticleType } from "./articles";
import { countDeliveryAddresses, isDeliveryAddressIncomplete } from "./delivery-addresses";
import { isEmployeeBlocked, isEmployeeWithoutEmail } from "./employees";
import {
  mapRelationKinds,
  relationKindAt,
  relationKindNames,
  relationKinds,
  type RelationKind,
  type RelationOutcome,
  type SkipReason,
} from "./relation-kinds";
import { blockedWarehouse, warehousesTable } from "./warehouses";

interface RelationsDescription {
  /** Rows of R0101, duplicates included. */
  readonly rows: number;
  /** Different relation numbers. */
  readonly distinct: number;
  /** Relations that a correct import brings in. */
  readonly imported: number;
  /** Relations that a correct import leaves out, by reason. */
  readonly skipped: Readonly<Record<SkipReason, number>>;
  readonly kinds: Readonly<Record<RelationKind, number>>;
}

interface DeliveryAddressesDescription {
  readonly rows: number;
  /** Those of relations that are brought in. */
  readonly ofImportedRelations: number;
  /** Of these, the ones that have no place. */
  readonly incompleteOfImportedRelations: number;
}

interface ArticleTypeDescription {
  readonly rows: number;
  readonly blocked: number;
  readonly withoutDescription: number;
  readonly outsideWebShop: number;
  /** Neither blocked nor without a description. */
  readonly usable: number;
}

interface AdministrationDescription {
  readonly relations: RelationsDescription;
  /** Rows of R2220. */
  readonly customers: number;
  readonly deliveryAddresses: DeliveryAddressesDescription;
  readonly articles: { readonly rows: number; readonly types: Readonly<Record<ArticleType, ArticleTypeDescription>> };
  readonly warehouses: { readonly rows: number; readonly blocked: number };
  readonly employees: { readonly rows: number; readonly blocked: number; readonly withoutEmail: number };
}

export type DataDescription = Readonly<Record<AdministrationCode, AdministrationDescription>>;

function countPlaces(count: number, holds: (index: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < count; index += 1) if (holds(index)) found += 1;
  return found;
}

function countKinds(relations: number): Record<RelationKind, number> {
  const kinds = mapRelationKinds(() => 0);
  for (let index = 0; index < relations; index += 1) kinds[relationKindAt(index)] += 1;
  return kinds;
}

function describeRelations({ relations }: AdministrationSize): RelationsDescription {
  const kinds = countKinds(relations);
  const countOutcome = (outcome: RelationOutcome) =>
    relationKindNames.reduce((sum, kind) => sum + (relationKinds[kind].outcome === outcome ? kinds[kind] : 0), 0);
  return {
    rows: relations,
    distinct: relations - kinds.duplicateNumber,
    imported: countOutcome("imported"),
    skipped: {
      notCustomer: countOutcome("notCustomer"),
      blocked: countOutcome("blocked"),
      missingName: countOutcome("missingName"),
      missingStreet: countOutcome("missingStreet"),
      missingPostalCode: countOutcome("missingPostalCode"),
      missingCity: countOutcome("missingCity"),
    },
    kinds,
  };
}

function describeDeliveryAddresses({ seed, relations }: AdministrationSize): DeliveryAddressesDescription {
  let rows = 0;
  let ofImportedRelations = 0;
  let incompleteOfImportedRelations = 0;
  for (let index = 0; index < relations; index += 1) {
    const count = countDeliveryAddresses(seed, index);
    rows += count;
    if (relationKinds[relationKindAt(index)].outcome !== "imported") continue;
    ofImportedRelations += count;
    incompleteOfImportedRelations += countPlaces(count, (place) => isDeliveryAddressIncomplete(seed, index, place + 1));
  }
  return { rows, ofImportedRelations, incompleteOfImportedRelations };
}

function describeArticleType(articles: number, type: ArticleType): ArticleTypeDescription {
  const count = (holds: (index: number) => boolean) => countPlaces(articles, (index) => articleTypeAt(index) === type && holds(index));
  return {
    rows: count(() => true),
    blocked: count(isArticleBlocked),
    withoutDescription: count(isArticleUnnamed),
    outsideWebShop: count(isArticleOutsideWebShop),
    usable: count((index) => !isArticleBlocked(index) && !isArticleUnnamed(index)),
  };
}

function describeAdministration(size: AdministrationSize): AdministrationDescription {
  const relations = describeRelations(size);
  const { prospect, duplicateNumber } = relations.kinds;
  const typeOf = (type: ArticleType) => describeArticleType(size.articles, type);
  return {
    relations,
    customers: size.relations - prospect - duplicateNumber,
    deliveryAddresses: describeDeliveryAddresses(size),
    articles: { rows: size.articles, types: { A: typeOf("A"), M: typeOf("M"), E: typeOf("E"), S: typeOf("S"), K: typeOf("K"), T: typeOf("T") } },
    warehouses: {
      rows: size.warehouses,
      blocked: warehousesTable(size.warehouses, () => 0).slotsOf(blockedWarehouse).length,
    },
    employees: {
      rows: size.employees,
      blocked: countPlaces(size.employees, isEmployeeBlocked),
      withoutEmail: countPlaces(size.employees, isEmployeeWithoutEmail),
    },
  };
}

/**
 * Says exactly what the generated data contain and what a correct import makes of them, per administration, so that a test can
 * compare counts. Changes made later (imports, edits) are not part of it.
 */
export function describeData(options: Partial<DataOptions> = {}): DataDescription {
  const complete = { ...defaultDataOptions, ...options };
  const describe = (code: AdministrationCode) => describeAdministration(sizeOfAdministration(code, complete));
  return { "01": describe("01"), "02": describe("02") };
}
