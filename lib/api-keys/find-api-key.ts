import { digestOfApiKey } from "@/lib/api-keys/api-key-token";
import type { Database } from "@/lib/db";
import { fallbackLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/** Who a key speaks for. */
export type ApiCaller = { keyId: string; keyName: string; accountId: string; accountLocale: Locale };

/** "Last used" is written at most once in so many milliseconds: a flood of requests must not become a flood of writes. */
const noteEvery = 60_000;

/** Whom this key belongs to, and that it was used; null when there is no such key or it was revoked. */
export async function findApiCaller(db: Database, token: string, now: Date): Promise<ApiCaller | null> {
  const key = await db.prisma.apiKey.findUnique({
    where: { digest: digestOfApiKey(token) },
    select: { id: true, name: true, accountId: true, revokedAt: true, lastUsedAt: true, account: { select: { locale: true } } },
  });
  if (!key || key.revokedAt) return null;
  const { id, name, accountId, account, lastUsedAt } = key;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= noteEvery) {
    await db.prisma.apiKey.updateMany({ where: { id, accountId }, data: { lastUsedAt: now } });
  }
  return { keyId: id, keyName: name, accountId, accountLocale: isLocale(account.locale) ? account.locale : fallbackLocale };
}
