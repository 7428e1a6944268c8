import { recordNotFound } from "@/lib/catalogue/read-record";
import { noteEdit } from "@/lib/changes/note-edit";
import type { Database } from "@/lib/db";

type Wish = { accountId: string; id: string; billable: boolean; /** The person's name, as the history shows it. */ editedBy: string };

/**
 * Says whether hours of a type are billed. OutSmart's own: no vendor knows it, no sync overwrites it.
 * Out: the hour type's code.
 * @throws AppError record_not_found
 */
export async function setBillable({ prisma }: Database, { accountId, id, billable, editedBy }: Wish): Promise<{ code: string }> {
  return prisma.$transaction(async (tx) => {
    const [hourType] = await tx.hourType.updateManyAndReturn({ where: { accountId, id, billable: !billable }, data: { billable, updatedAt: new Date() }, select: { code: true } });
    if (hourType) {
      await noteEdit(tx, { accountId, kind: "hourTypes", localId: id, editedBy, changes: [{ field: "billable", before: String(!billable), after: String(billable) }] });
      return hourType;
    }
    const same = await tx.hourType.findFirst({ where: { accountId, id }, select: { code: true } });
    if (!same) throw recordNotFound("hourTypes");
    return same;
  });
}

/** Whether hours of a type are billed. */
export async function isBillable({ prisma }: Database, { accountId, id }: { accountId: string; id: string }): Promise<boolean> {
  const hourType = await prisma.hourType.findFirst({ where: { accountId, id }, select: { billable: true } });
  if (!hourType) throw recordNotFound("hourTypes");
  return hourType.billable;
}
