import { connectionStatus } from "@/lib/connections/connection-status";
import { jsonRoute } from "@/lib/routes/json-route";
import { syncEngine } from "@/lib/sync/engine";

/** What changes by itself on a vendor's page; asked for every few seconds. */
export const GET = jsonRoute<{ vendor: string }>("administrator", ({ session, params: { vendor } }) =>
  connectionStatus(syncEngine(), { accountId: session.accountId, vendor }),
);
