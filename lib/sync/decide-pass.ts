import type { ClientBase } from "pg";
import type { Cursor, PassRequest } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";

export type PassPlan = Pick<PassRequest, "mode" | "since"> & { hasOtherAdministrations: boolean };

type Checkpoint = { kind: RecordKind; isHere: boolean; cursor: Cursor; lastReadAt: Date | null; lastCompleteAt: Date | null };

/**
 * Whether a pass reads everything or only what changed. Everything: by hand, at night, when one of its kinds was never
 * read completely in this administration, and when another administration was in use in between (its records have been
 * deactivated here). A shared retrieval goes on from the oldest of its kinds' cursors.
 */
export async function decidePass(client: ClientBase, run: ActiveRun, kinds: readonly RecordKind[]): Promise<PassPlan> {
  const { rows } = await client.query<Checkpoint>(
    `SELECT kind, administration = $2 AS "isHere", cursor, last_read_at AS "lastReadAt", last_complete_at AS "lastCompleteAt"
     FROM import_checkpoint WHERE connection_id = $1 AND kind = ANY($3::record_kind[]) ORDER BY last_read_at`,
    [run.connectionId, run.administration, kinds],
  );
  const here = rows.filter((row) => row.isHere);
  const hasOtherAdministrations = rows.some((row) => !row.isHere);
  const everything: PassPlan = { mode: "complete", since: null, hasOtherAdministrations };
  if (run.trigger !== "automatic" && run.trigger !== "first") return everything;
  const isKnown = kinds.every((kind) => here.some((row) => row.kind === kind && row.lastCompleteAt !== null && row.cursor !== null));
  const lastHere = Math.max(...here.map((row) => row.lastReadAt?.getTime() ?? 0));
  const wasElsewhere = rows.some((row) => !row.isHere && (row.lastReadAt?.getTime() ?? 0) > lastHere);
  const [oldest] = here;
  if (!isKnown || wasElsewhere || !oldest) return everything;
  return { mode: "changes", since: oldest.cursor, hasOtherAdministrations };
}
