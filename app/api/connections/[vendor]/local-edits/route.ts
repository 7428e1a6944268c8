import { z } from "zod";
import { getConnection } from "@/lib/connections/read-connection";
import { importKinds, type ImportKind } from "@/lib/connectors/record-kinds";
import { jsonRoute } from "@/lib/routes/json-route";
import { syncEngine } from "@/lib/sync/engine";
import { listLocalEdits } from "@/lib/sync/local-edits";

const wanted = z.array(z.enum(importKinds)).catch([]);

/** What a manual sync would overwrite: of some imports (`?kind=`, repeated), or of all that are switched on. */
export const GET = jsonRoute<{ vendor: string }>("administrator", async ({ session: { accountId }, request, params: { vendor } }) => {
  const kinds = wanted.parse(new URL(request.url).searchParams.getAll("kind"));
  const { db } = syncEngine();
  const connection = await getConnection(db, accountId, vendor);
  if (!connection) return { total: 0, edits: [] };
  const switchedOn: ImportKind[] = importKinds.filter((one) => connection.settings.imports[one] === true);
  return listLocalEdits(db, { accountId, connectionId: connection.id, kinds: kinds.length > 0 ? kinds : switchedOn });
});
