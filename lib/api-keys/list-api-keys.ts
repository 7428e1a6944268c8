import type { Database } from "@/lib/db";

export type ApiKeyRow = { id: string; name: string; ending: string; createdBy: string; createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null };

/** The keys of an account, the newest first and revoked ones last. An account has a handful, so there is no paging. */
export async function listApiKeys(db: Database, accountId: string): Promise<ApiKeyRow[]> {
  const keys = await db.prisma.apiKey.findMany({
    where: { accountId },
    select: { id: true, name: true, ending: true, createdBy: true, createdAt: true, lastUsedAt: true, revokedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return [...keys.filter((key) => !key.revokedAt), ...keys.filter((key) => key.revokedAt)];
}
