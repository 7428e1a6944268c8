import type { Database } from "@/lib/db";
import type { Licence } from "@/lib/generated/prisma/client";

/** The licence of an account for one vendor; null when there has never been one. */
export async function getLicence(db: Database, accountId: string, vendor: string): Promise<Licence | null> {
  return db.prisma.licence.findUnique({ where: { accountId_vendor: { accountId, vendor } } });
}

/** All licences of an account, by vendor. */
export async function listLicences(db: Database, accountId: string): Promise<ReadonlyMap<string, Licence>> {
  const licences = await db.prisma.licence.findMany({ where: { accountId } });
  return new Map(licences.map((licence) => [licence.vendor, licence]));
}
