import type { ClientBase } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";

/** Of these kinds those of which nothing is here yet: no record of the administration is linked, none is known as not imported. */
export async function findNewKinds(client: ClientBase, run: ActiveRun, kinds: readonly RecordKind[]): Promise<Set<RecordKind>> {
  const { rows } = await client.query<{ kind: RecordKind }>(
    `SELECT kind FROM unnest($3::record_kind[]) AS wanted (kind)
     WHERE NOT EXISTS (SELECT FROM external_link known WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = wanted.kind)
       AND NOT EXISTS (SELECT FROM skipped_record known WHERE known.connection_id = $1 AND known.administration = $2 AND known.kind = wanted.kind)`,
    [run.connectionId, run.administration, kinds],
  );
  return new Set(rows.map(({ kind }) => kind));
}
