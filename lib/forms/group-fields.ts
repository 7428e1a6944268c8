import type { DescribedField } from "@/lib/forms/form-fields";

/** The fields in their order, those of one group together; null: they stand under no heading. */
export function groupFields(fields: readonly DescribedField[]): { group: string | null; fields: DescribedField[] }[] {
  const names = [...new Set(fields.map(({ group }) => group ?? null))];
  return names.map((group) => ({ group, fields: fields.filter((field) => (field.group ?? null) === group) }));
}
