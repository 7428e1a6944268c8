import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/roles";
import { sessionOf, type Session } from "@/lib/auth/session-of";
import { type Database, openDatabase } from "@/lib/db";
import { createTestDatabase } from "./database";

/** A migrated database of one test file, opened. */
export async function openTestDatabase(): Promise<Database> {
  const server = await createTestDatabase();
  const db = openDatabase(server.url);
  return {
    ...db,
    close: async () => {
      await db.close();
      await server.drop();
    },
  };
}

export const testPassword = "a-password-for-tests";

let count = 0;
let testHash: Promise<string> | undefined;

/** An account of its own. */
export async function createAccount(db: Database, name = `Account ${(count += 1)}`): Promise<{ id: string; name: string }> {
  return db.prisma.account.create({ data: { name }, select: { id: true, name: true } });
}

type Person = { accountId: string; role?: Role; name?: string; email?: string; invited?: boolean };

/** Somebody who can sign in with {@link testPassword}, unless only invited. */
export async function createUser(db: Database, { accountId, role = "administrator", name, email, invited = false }: Person) {
  count += 1;
  testHash ??= hashPassword(testPassword);
  const passwordHash = invited ? null : await testHash;
  const data = { accountId, role, name: name ?? `Person ${count}`, email: email ?? `person-${count}@test.example`, passwordHash };
  return db.prisma.user.create({ data });
}

/** The session of a new user in an account of its own, or of the one given. */
export async function createSession(db: Database, person: Partial<Person> = {}): Promise<Session> {
  const accountId = person.accountId ?? (await createAccount(db)).id;
  const user = await createUser(db, { ...person, accountId });
  const session = await sessionOf(db, { sub: user.id, version: user.sessionVersion });
  if (!session) throw new Error("A new user has no session.");
  return session;
}
