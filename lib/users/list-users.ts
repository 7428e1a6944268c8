import type { Role } from "@/lib/auth/roles";
import type { Database } from "@/lib/db";

/** `invited`: has not chosen a password yet. */
export type UserState = "active" | "invited" | "deactivated";

export type UserRow = { id: string; name: string; email: string; role: Role; state: UserState; lastSignInAt: Date | null };

/** The users of an account by name, deactivated ones last. An account has tens of them, so there is no paging. */
export async function listUsers(db: Database, accountId: string): Promise<UserRow[]> {
  const users = await db.prisma.user.findMany({
    where: { accountId },
    select: { id: true, name: true, email: true, role: true, lastSignInAt: true, deactivatedAt: true, passwordHash: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const rows = users.map(({ deactivatedAt, passwordHash, ...user }) => ({ ...user, state: stateOf(deactivatedAt, passwordHash) }));
  return [...rows.filter((row) => row.state !== "deactivated"), ...rows.filter((row) => row.state === "deactivated")];
}

function stateOf(deactivatedAt: Date | null, passwordHash: string | null): UserState {
  if (deactivatedAt) return "deactivated";
  return passwordHash === null ? "invited" : "active";
}
