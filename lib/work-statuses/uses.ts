import { z } from "zod";
import type { Prisma } from "@/lib/generated/prisma/client";

/** What the export options of a vendor use a work status for. */
export type WorkStatusUse = { vendor: string; use: "trigger" | "statusAfter" };

const storedOptions = z.object({ exports: z.object({ trigger: z.string().nullable().catch(null), statusAfter: z.string().nullable().catch(null) }) });

/** The work statuses that the settings of the account's integrations name, by their ids. The standard trigger is not named. */
export async function usesOfWorkStatuses({ prisma }: { prisma: Prisma.TransactionClient }, accountId: string): Promise<ReadonlyMap<string, WorkStatusUse[]>> {
  const connections = await prisma.connection.findMany({ where: { accountId }, select: { vendor: true, settings: true }, orderBy: { createdAt: "asc" } });
  const uses = new Map<string, WorkStatusUse[]>();
  for (const { vendor, settings } of connections) {
    const { exports } = storedOptions.catch({ exports: { trigger: null, statusAfter: null } }).parse(settings);
    for (const use of ["trigger", "statusAfter"] as const) {
      const id = exports[use];
      if (id !== null) uses.set(id, [...(uses.get(id) ?? []), { vendor, use }]);
    }
  }
  return uses;
}
