import type { CashFields } from "@/e2e/sandbox/cash/data/record";
import type { DataOptions } from "@/e2e/sandbox/cash/data/options";
import { articlesTable } from "@/e2e/sandbox/cash/generator/articles";
import { deliveryAddressesTable } from "@/e2e/sandbox/cash/generator/delivery-addresses";
import { employeesTable } from "@/e2e/sandbox/cash/generator/employees";
import { relationKindAt, relationKinds, type RelationKind } from "@/e2e/sandbox/cash/generator/relation-kinds";
import { relationsTable } from "@/e2e/sandbox/cash/generator/relations";
import { warehousesTable } from "@/e2e/sandbox/cash/generator/warehouses";
import type { GeneratedTable } from "@/e2e/sandbox/cash/data/table";
import { readFieldMap, type FieldMap } from "@/lib/connectors/cash/field-map";
import { readArticle } from "@/lib/connectors/cash/records/article";
import { readDeliveryAddress } from "@/lib/connectors/cash/records/delivery-address";
import { readEmployee } from "@/lib/connectors/cash/records/employee";
import { readRelation } from "@/lib/connectors/cash/records/relation";
import { readWarehouse } from "@/lib/connectors/cash/records/warehouse";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { RecordContent, SourceRecord } from "@/lib/connectors/records";

/** What the first import from the Cash sandbox brings in, and the demo's work orders are made of. */
export type DemoCatalogue = {
  customers: DemoCustomer[];
  materials: RecordContent<"materials">[];
  hourTypes: RecordContent<"hourTypes">[];
  warehouses: RecordContent<"warehouses">[];
  employees: RecordContent<"employees">[];
};

export type DemoCustomer = RecordContent<"relations"> & { /** Serial numbers of its delivery addresses. */ deliveryAddresses: string[] };

/** Customers whose name and address are as people write them: the rest tries out what an import can stumble over. */
const believable: readonly RelationKind[] = ["plain", "ampersandName", "accentName", "quotesName", "foreignAddress", "splitAddress", "combinedPostcodeAndPlace", "emptyEmail"];

/** As many relations as the customers are chosen among; a company serves some of them again and again. */
const mostRelations = 160;

/** The same records as the sandbox of this size makes, read as the import reads them. */
export function readDemoCatalogue({ seed, relations, articles, warehouses, employees }: DataOptions): DemoCatalogue {
  const fields = readFieldMap({});
  const known = relationsTable(seed, relations, () => 0);
  const addresses = deliveryAddressesTable(seed, relations, () => 0);
  const customers = placesOf(Math.min(relations, mostRelations)).flatMap((place): DemoCustomer[] => {
    const kind = relationKindAt(place);
    if (!believable.includes(kind) || relationKinds[kind].outcome !== "imported") return [];
    const deliveryAddresses = recordsAt(addresses, place, (record) => readDeliveryAddress(record, fields)).filter(({ city }) => city !== null);
    return recordsAt(known, place, (record) => readRelation(record, "open", fields)).map((relation) => ({ ...relation, deliveryAddresses: deliveryAddresses.map(({ code }) => code) }));
  });
  return {
    customers,
    ...readArticles(articlesTable(seed, articles, () => 0), articles, fields),
    warehouses: all(warehousesTable(warehouses, () => 0), warehouses, (record) => readWarehouse(record, fields)),
    employees: all(employeesTable(seed, employees, () => 0), employees, (record) => readEmployee(record, fields)),
  };
}

type Readable = ReadonlyMap<string, string>;

const placesOf = (count: number) => Array.from({ length: count }, (_, place) => place);
const readable = (record: CashFields): Readable => new Map(Object.entries(record).map(([field, value]) => [`F${field}`, value]));

function recordsAt<Kind extends RecordKind>(table: GeneratedTable, place: number, read: (record: Readable) => SourceRecord<Kind>): RecordContent<Kind>[] {
  return table.recordsAt(place).flatMap((record) => {
    const found = read(readable(record));
    return found.outcome === "import" ? [found.content] : [];
  });
}

function all<Kind extends RecordKind>(table: GeneratedTable, count: number, read: (record: Readable) => SourceRecord<Kind>): RecordContent<Kind>[] {
  return placesOf(count).flatMap((place) => recordsAt(table, place, read));
}

function readArticles(table: GeneratedTable, count: number, fields: FieldMap): Pick<DemoCatalogue, "materials" | "hourTypes"> {
  const found = placesOf(count).flatMap((place) => table.recordsAt(place).map((record) => readArticle(readable(record), fields)));
  return {
    materials: found.flatMap((article) => (article.kind === "materials" && article.record.outcome === "import" ? [article.record.content] : [])),
    hourTypes: found.flatMap((article) => (article.kind === "hourTypes" && article.record.outcome === "import" ? [article.record.content] : [])),
  };
}
