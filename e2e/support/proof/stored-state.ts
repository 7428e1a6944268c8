import type { Database } from "@/lib/db";
import type { ConnectedAccount } from "./connect-demo-account";
import { takeFingerprints } from "./fingerprint";

/** Everything that trouble at the vendor must leave as it is: credentials, settings, links and records, field by field. */
export async function readStoredState(db: Database, { accountId, connectionId }: ConnectedAccount): Promise<Record<string, unknown>> {
  const { login, secrets, credentialsSetAt, credentialsSetBy, administrations, administration, settings, settingsVersion, pausedAt } = await db.prisma.connection.findUniqueOrThrow({
    where: { id: connectionId, accountId },
  });
  return {
    connection: { login, secrets, credentialsSetAt, credentialsSetBy, administrations, administration, settings, settingsVersion, pausedAt },
    links: await db.prisma.externalLink.count({ where: { connectionId } }),
    records: await takeFingerprints(db, accountId),
  };
}
