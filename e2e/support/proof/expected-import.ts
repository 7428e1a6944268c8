import { describeData } from "@/e2e/sandbox/cash/generator/describe";
import type { DataOptions } from "@/e2e/sandbox/cash/data/options";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SkipReason } from "@/lib/connectors/skip-reasons";

/** What a correct import makes of one kind: how many records are here, and how many are left out for which reason. */
export type ExpectedKind = { read: number; imported: number; leftOut: Partial<Record<SkipReason, number>> };

/** Cash has no such records. */
const notThere: ExpectedKind = { read: 0, imported: 0, leftOut: {} };

/** What a first complete import of administration 01 of the sandbox must come to, told from how its data are generated. */
export function expectImport(data: Partial<DataOptions>): Record<RecordKind, ExpectedKind> {
  const { relations, deliveryAddresses, articles, warehouses, employees } = describeData(data)["01"];
  const { A, M, E, S, K, T } = articles.types;
  const materials = [A, M, E, S];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    relations: {
      read: relations.rows,
      imported: relations.imported,
      leftOut: { ...relations.skipped, duplicate: relations.kinds.duplicateNumber },
    },
    deliveryAddresses: {
      read: deliveryAddresses.rows,
      imported: deliveryAddresses.ofImportedRelations,
      leftOut: { relationNotImported: deliveryAddresses.rows - deliveryAddresses.ofImportedRelations },
    },
    contacts: notThere,
    categories: notThere,
    materials: {
      read: articles.rows - K.rows,
      imported: sum(materials.map(({ usable }) => usable)),
      leftOut: {
        blocked: sum(materials.map(({ blocked }) => blocked)),
        missingName: sum(materials.map(({ rows, usable, blocked }) => rows - usable - blocked)),
        unknownType: T.rows,
      },
    },
    hourTypes: { read: K.rows, imported: K.usable, leftOut: { blocked: K.blocked, missingName: K.rows - K.usable - K.blocked } },
    warehouses: { read: warehouses.rows, imported: warehouses.rows - warehouses.blocked, leftOut: { blocked: warehouses.blocked } },
    employees: { read: employees.rows, imported: employees.rows - employees.blocked, leftOut: { blocked: employees.blocked } },
  };
}
