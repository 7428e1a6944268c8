import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Prisma } from "@/lib/generated/prisma/client";

/** One field as it was and as it is now, as text; null is empty. */
type FieldEdit = { field: string; before: string | null; after: string | null };

type LocalEdits = { accountId: string; kind: RecordKind; localId: string; editedBy: string; edits: readonly FieldEdit[] };

/**
 * Remembers what a person changed in a record that comes from a vendor, so that a sync by hand can say what it will
 * overwrite. Of several edits of a field the vendor's value is the one before the first; a field that has the vendor's
 * value again is no edit any more. Records of our own are not concerned. To be called in the transaction of the edit.
 */
export async function recordLocalEdits(tx: Prisma.TransactionClient, { accountId, kind, localId, editedBy, edits }: LocalEdits): Promise<void> {
  const changed = edits.filter(({ before, after }) => before !== after);
  if (changed.length === 0 || (await tx.externalLink.count({ where: { accountId, kind, localId } })) === 0) return;
  const known = await tx.localEdit.findMany({ where: { accountId, localId } });
  for (const { field, before, after } of changed) {
    const earlier = known.find((edit) => edit.field === field);
    const vendorValue = earlier ? earlier.vendorValue : before;
    if (after === vendorValue) {
      await tx.localEdit.deleteMany({ where: { accountId, localId, field } });
      continue;
    }
    const edit = { localValue: after, editedBy, editedAt: new Date() };
    await tx.localEdit.upsert({
      where: { localId_field: { localId, field } },
      create: { accountId, kind, localId, field, vendorValue, ...edit },
      update: edit,
    });
  }
}
