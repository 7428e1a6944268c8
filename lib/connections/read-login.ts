import { storedLogin, storedSecrets } from "@/lib/connections/stored-forms";
import type { Login } from "@/lib/connectors/connector";
import type { KeyRing } from "@/lib/crypto/key-ring";
import { unseal } from "@/lib/crypto/seal";
import type { Database } from "@/lib/db";

type Store = { prisma: Pick<Database["prisma"], "connection"> };

/**
 * The whole login of a connection, secrets in the clear: only for talking to the vendor, never for a page, an event or
 * the log. Null when there is no connection; without secrets after a disconnect.
 * @throws Error when a secret cannot be decrypted with the installation's keys
 */
export async function readLogin(db: Store, keyRing: KeyRing, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<Login | null> {
  const row = await db.prisma.connection.findUnique({ where: { id: connectionId, accountId }, select: { login: true, secrets: true } });
  if (!row) return null;
  const secrets = Object.entries(storedSecrets.parse(row.secrets)).map(([field, sealed]) => [field, unseal(sealed, { accountId, connectionId, field }, keyRing)]);
  return { ...storedLogin.parse(row.login), ...Object.fromEntries(secrets) };
}
