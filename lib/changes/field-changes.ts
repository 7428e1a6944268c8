import type { Column } from "@/lib/sync/record-tables";

/**
 * SQL: what differs between two rows, as the history keeps it: `[{field, before, after}]`, null where nothing does. `before` and `after` write
 * a column of either row. A record that has moved to another relation names both.
 */
export function fieldChanges(columns: readonly Column[], before: (name: string) => string, after: (name: string) => string): string {
  const rows = columns.map((column) => `('${column.field}', ${inWords(column, before, after)}, ${inWords(column, after, before)})`);
  return `(SELECT jsonb_agg(jsonb_build_object('field', field, 'before', before, 'after', after))
    FROM (VALUES ${rows.join(", ")}) AS value (field, before, after) WHERE before IS DISTINCT FROM after)`;
}

/** A value as text. Zeros that say nothing go: 17.5000 is shown as 17.5. */
function inWords({ name, type }: Column, here: (name: string) => string, there: (name: string) => string): string {
  const value = here(name);
  switch (type) {
    case "text":
      return value;
    case "integer":
      return `${value}::text`;
    case "numeric":
      return `trim_scale(${value})::text`;
    case "uuid":
      return `CASE WHEN ${value} IS DISTINCT FROM ${there(name)} THEN (SELECT relation.name FROM relation WHERE relation.id = ${value}) END`;
  }
}
