import { findConnector } from "@/lib/connectors/registry";
import type { Connector } from "@/lib/connectors/connector";
import type { KeyRing } from "@/lib/crypto/key-ring";
import { database, type Database } from "@/lib/db";
import { env } from "@/lib/env";
import { productionTiming, type Timing } from "@/lib/timing";

export type FindConnector = (vendor: string) => Connector | null;

/** Everything the import engine stands on; tests hand over their own. */
export type SyncEngine = { db: Database; timing: Timing; keyRing: KeyRing; findConnector: FindConnector };

/** The timing of this installation: the interval is the administrator's. */
function applicationTiming(): Timing {
  return { ...productionTiming, syncIntervalMinutes: env().SYNC_INTERVAL_MINUTES };
}

/** The engine of this process. */
export function syncEngine(): SyncEngine {
  return { db: database(), timing: applicationTiming(), keyRing: env().CREDENTIALS_KEYS, findConnector };
}
