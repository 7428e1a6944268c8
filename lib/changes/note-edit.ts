import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Prisma } from "@/lib/generated/prisma/client";

/** One field as it was and as it is now, as text; null is empty. */
export type FieldChange = { field: string; before: string | null; after: string | null };

type Edit = { accountId: string; kind: RecordKind; localId: string; editedBy: string; changes: readonly FieldChange[] };

/** Writes into a record's history what a person changed in it. To be called in the transaction of the edit. */
export async function noteEdit(tx: Prisma.TransactionClient, { accountId, kind, localId, editedBy, changes }: Edit): Promise<void> {
  const written = changes.filter(({ before, after }) => before !== after).map(({ field, before, after }) => ({ field, before, after }));
  if (written.length === 0) return;
  await tx.recordChange.create({ data: { accountId, kind, localId, source: "hand", what: "changed", actor: editedBy, changes: written } });
}
