import { recordAudit } from "@/lib/audit/record-audit";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/roles";
import type { Database } from "@/lib/db";
import { issuePasswordLink } from "@/lib/users/one-time-link";

type NewUser = { account: string; name: string; email: string; role: Role; password: string | null; now: Date };

export type AddUserOutcome =
  /** `token`: of the one-time link to choose a password; null when a password was given. */
  | { outcome: "added"; isNewAccount: boolean; token: string | null }
  | { outcome: "emailTaken" }
  /** Several accounts have that name. */
  | { outcome: "ambiguousAccount"; accounts: { id: string; name: string }[] };

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Adds a user at the command line, to the account of that name or id; a name that no account has becomes a new account. The
 * caller has access to the database anyway, so no role is asked for.
 */
export async function addUser(db: Database, { account, name, email, role, password, now }: NewUser): Promise<AddUserOutcome> {
  const passwordHash = password === null ? null : await hashPassword(password);
  return db.prisma.$transaction(async (tx): Promise<AddUserOutcome> => {
    if ((await tx.user.count({ where: { email } })) > 0) return { outcome: "emailTaken" };
    const where = isId.test(account) ? { id: account } : { name: account };
    const found = await tx.account.findMany({ where, select: { id: true, name: true }, take: 10 });
    if (found.length > 1) return { outcome: "ambiguousAccount", accounts: found };
    const accountId = found[0]?.id ?? (await tx.account.create({ data: { name: account }, select: { id: true } })).id;
    const user = await tx.user.create({ data: { accountId, name, email, role, passwordHash }, select: { id: true } });
    await recordAudit({ prisma: tx }, { accountId, userId: null, userName: "npm run user:add", action: "user.added", subject: email, detail: { name, role } });
    const token = passwordHash === null ? await issuePasswordLink(tx, user.id, now) : null;
    return { outcome: "added", isNewAccount: found.length === 0, token };
  });
}
