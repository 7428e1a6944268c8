import type { ExportSettings } from "@/lib/connectors/connector";
import type { Prisma } from "@/lib/generated/prisma/client";

type Scope = { accountId: string; vendor: string };

/** The export options with the work status that stands for "goes to this vendor" where no other has been chosen. */
export async function withStandardTrigger({ prisma }: { prisma: Prisma.TransactionClient }, { accountId, vendor }: Scope, exports: ExportSettings): Promise<ExportSettings> {
  if (!("trigger" in exports) || exports["trigger"] !== null) return exports;
  const standard = await prisma.workStatus.findFirst({ where: { accountId, vendor, purpose: "send" }, select: { id: true }, orderBy: { code: "asc" } });
  return { ...exports, trigger: standard?.id ?? null };
}
