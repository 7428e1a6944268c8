import { env } from "@/lib/env";
import { syncEngine, type SyncEngine } from "@/lib/sync/engine";

/** Everything that webhooks stand on: the import engine, and where this application can be called. */
export type WebhookEngine = SyncEngine & { appUrl: string };

/** The engine of this process. */
export function webhookEngine(): WebhookEngine {
  return { ...syncEngine(), appUrl: env().APP_URL };
}
