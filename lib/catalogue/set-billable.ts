import type { Database } from "@/lib/db";
import { recordNotFound } from "@/lib/catalogue/read-record";

/**
 * Says whether hours of a type are billed. OutSmart's own: no vendor knows it, no sync overwrites it.
 * Out: the hour type's code.
 * @throws AppError record_not_found
 */
export async function setBillable({ prisma }: Database, { accountId, id, billable }: { accountId: string; id: string; billable: boolean }): Promise<{ code: string }> {
  const [hourType] = await prisma.hourType.updateManyAndReturn({ where: { accountId, id }, data: { billable, updatedAt: new Date() }, select: { code: true } });
  if (!hourType) throw recordNotFound("hourTypes");
  return hourType;
}

/** Whether hours of a type are billed. */
export async function isBillable({ prisma }: Database, { accountId, id }: { accountId: string; id: string }): Promise<boolean> {
  const hourType = await prisma.hourType.findFirst({ where: { accountId, id }, select: { billable: true } });
  if (!hourType) throw recordNotFound("hourTypes");
  return hourType.billable;
}
