import { articlesTable } from "../generator/articles";
import { customersTable } from "../generator/customers";
import { deliveryAddressesTable } from "../generator/delivery-addresses";
import { employeesTable } from "../generator/employees";
import { generatedAge, relationsTable } from "../generator/relations";
import { warehousesTable } from "../generator/warehouses";
import { tableDefinitions, type TableNumber } from "./definitions";
import {
  administrationIdentities,
  sizeOfAdministration,
  type AdministrationCode,
  type AdministrationIdentity,
  type DataOptions,
} from "./options";
import { emptyTable, Table, type GeneratedTable } from "./table";

const dayInMilliseconds = 86_400_000;

/** One company's tables. */
export interface Administration extends AdministrationIdentity {
  readonly admCode: AdministrationCode;
  readonly tables: Readonly<Record<TableNumber, Table>>;
}

/**
 * Makes both administrations.
 * @param epoch the moment (milliseconds) from which the age of generated records counts back.
 */
export function makeAdministrations(options: DataOptions, epoch: number): readonly Administration[] {
  return administrationIdentities.map((identity) => {
    const size = sizeOfAdministration(identity.admCode, options);
    const changedAt = (slot: number) => epoch - generatedAge(size.seed, slot) * dayInMilliseconds;
    const table = (number: TableNumber, generated: GeneratedTable) => new Table(tableDefinitions[number], generated);
    return {
      ...identity,
      tables: {
        "0101": table("0101", relationsTable(size.seed, size.relations, changedAt)),
        "2220": table("2220", customersTable(size.seed, size.relations, changedAt)),
        "2229": table("2229", deliveryAddressesTable(size.seed, size.relations, changedAt)),
        "2260": table("2260", articlesTable(size.seed, size.articles, changedAt)),
        "2209": table("2209", warehousesTable(size.warehouses, changedAt)),
        "2205": table("2205", employeesTable(size.seed, size.employees, changedAt)),
        "2400": table("2400", emptyTable),
        "2410": table("2410", emptyTable),
      },
    };
  });
}
