import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { connect } from "@/lib/connections/connect";
import { orderLicence } from "@/lib/licences/change-licence";
import type { SyncEngine } from "@/lib/sync/engine";
import { demoLogins } from "@/prisma/seed/demo-logins";

export type ConnectedAccount = { accountId: string; connectionId: string };

/**
 * Orders the licence and connects the demo account with administration 01, every import switched on, as a person would do
 * on the pages. No sync is asked for, and no automatic one falls into the test.
 */
export async function connectDemoAccount(engine: SyncEngine, login: Record<string, string> = {}): Promise<ConnectedAccount> {
  const { db } = engine;
  const administrator = demoLogins.find(({ role }) => role === "administrator");
  const user = await db.prisma.user.findUniqueOrThrow({ where: { email: administrator?.email ?? "" } });
  const { accountId } = user;
  await orderLicence(db, { session: { accountId, userId: user.id, name: user.name }, vendor: "cash", now: new Date() });
  const { relation: relationCode, email, password } = demoCredentials;
  const outcome = await connect(engine, {
    actor: { accountId, userId: user.id, name: user.name },
    vendor: "cash",
    login: { relationCode, email, password, ...login },
  });
  if (outcome.outcome !== "connected") throw new Error(`The demo account could not be connected: ${JSON.stringify(outcome)}`);
  const { id: connectionId } = await db.prisma.connection.update({
    where: { accountId_vendor: { accountId, vendor: "cash" } },
    data: {
      administration: "01",
      nextSyncAt: new Date(Date.now() + 24 * 60 * 60_000),
      settings: { imports: { relations: true, materials: true, hourTypes: true, warehouses: true, employees: true } },
    },
  });
  return { accountId, connectionId };
}
