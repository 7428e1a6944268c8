import { randomUUID } from "node:crypto";
import { seal } from "@/lib/crypto/seal";
import type { SyncEngine } from "@/lib/sync/engine";

/** An account and its connection with the sandbox's first administration; made at the first call. */
export async function connectCash({ db, keyRing }: SyncEngine, account: string): Promise<{ accountId: string; connectionId: string }> {
  const existing = await db.prisma.connection.findFirst({ where: { account: { name: account } }, select: { id: true, accountId: true } });
  if (existing) return { accountId: existing.accountId, connectionId: existing.id };
  const { id: accountId } = await db.prisma.account.create({ data: { name: account } });
  const connectionId = randomUUID();
  await db.prisma.licence.create({ data: { accountId, vendor: "cash", state: "active", startedAt: new Date() } });
  await db.prisma.connection.create({
    data: {
      id: connectionId,
      accountId,
      vendor: "cash",
      state: "connected",
      login: { relationCode: "240817", email: "api@devries-installatie.example" },
      secrets: { password: seal("demo-password", { accountId, connectionId, field: "password" }, keyRing) },
      administrations: [],
      administration: "01",
      settings: { imports: { relations: true } },
    },
  });
  return { accountId, connectionId };
}
