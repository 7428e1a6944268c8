import { getConnection } from "@/lib/connections/read-connection";
import { jsonRoute } from "@/lib/routes/json-route";
import { syncEngine } from "@/lib/sync/engine";
import { effectsOfSwitching } from "@/lib/sync/switch-administration";

/** What switching to another administration (`?administration=`) would do. */
export const GET = jsonRoute<{ vendor: string }>("administrator", async ({ session: { accountId }, request, params: { vendor } }) => {
  const administration = new URL(request.url).searchParams.get("administration") ?? "";
  const { db } = syncEngine();
  const connection = await getConnection(db, accountId, vendor);
  return connection ? effectsOfSwitching(db, { accountId, connectionId: connection.id, administration }) : [];
});
