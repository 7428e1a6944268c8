import { connectionIdOf } from "@/lib/connections/connection-id";
import { getConnection } from "@/lib/connections/read-connection";
import { readPanel } from "@/lib/log/read-panel";
import { jsonRoute } from "@/lib/routes/json-route";
import { syncEngine } from "@/lib/sync/engine";

/** The newest entries of one integration (`?vendor=`), for the panel beside its settings. */
export const GET = jsonRoute("administrator", async ({ session: { accountId }, request }) => {
  const vendor = new URL(request.url).searchParams.get("vendor") ?? "";
  const { db } = syncEngine();
  const connection = await getConnection(db, accountId, vendor);
  return readPanel(db, { accountId, connectionId: connection?.id ?? connectionIdOf(accountId, vendor), vendor });
});
