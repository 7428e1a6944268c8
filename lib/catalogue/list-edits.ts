import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";

/** A field that people have changed here, beside what the vendor has. */
export type FieldEdit = { field: string; localValue: string | null; vendorValue: string | null; editedBy: string; editedAt: Date };

/** The edits of a record that a sync may still overwrite. */
export function listRecordEdits({ prisma }: Database, { accountId, kind, localId }: { accountId: string; kind: ImportKind; localId: string }): Promise<FieldEdit[]> {
  return prisma.localEdit.findMany({
    where: { accountId, kind, localId },
    orderBy: [{ editedAt: "desc" }, { field: "asc" }],
    select: { field: true, localValue: true, vendorValue: true, editedBy: true, editedAt: true },
  });
}
