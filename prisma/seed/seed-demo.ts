import { readSettings } from "@/e2e/sandbox/cash/settings";
import { hashPassword } from "@/lib/auth/password";
import type { Database } from "@/lib/db";
import { demoAccounts, demoPassword } from "./demo-logins";
import { readDemoCatalogue } from "./work-orders/demo-catalogue";
import { seedWorkOrders } from "./work-orders/seed-work-orders";

/** Any number that nothing else uses: two starts at once make the accounts once. */
const seedLock = 20_260_102;

/**
 * Makes the demo accounts with their users and work orders, and nothing else: the tour begins with ordering a licence. Repeatable:
 * what is there, changed by people meanwhile or not, stays as it is.
 */
export async function seedDemo(db: Database, now = new Date()): Promise<{ created: number; workOrders: number }> {
  const passwordHash = await hashPassword(demoPassword);
  const readCatalogue = () => readDemoCatalogue(readSettings());
  return db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${seedLock})`;
    const made = { created: 0, workOrders: 0 };
    for (const { users, workOrders, ...account } of demoAccounts) {
      const known = await tx.user.findMany({ where: { email: { in: users.map((user) => user.email) } }, select: { accountId: true, email: true } });
      const accountId = known[0]?.accountId ?? (await tx.account.create({ data: account, select: { id: true } })).id;
      const missing = users.filter((user) => !known.some(({ email }) => email === user.email));
      const { count } = await tx.user.createMany({ data: missing.map((user) => ({ ...user, accountId, passwordHash })) });
      made.created += count;
      const planner = users.find(({ role }) => role === "planner") ?? users[0];
      made.workOrders += await seedWorkOrders(tx, { ...account, ...workOrders, accountId, readCatalogue, planner: planner?.name ?? account.name, now });
    }
    return made;
  });
}
