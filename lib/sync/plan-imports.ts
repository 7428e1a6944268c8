import type { ClientBase } from "pg";
import type { Connector } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { plannedRetrievals } from "@/lib/sync/covered-kinds";

/** Writes the list of what a run will do, in order, so that pages show it before it has begun; what stands there already stays. */
export async function planImports(client: ClientBase, runId: string, connector: Connector, imports: readonly RecordKind[]): Promise<void> {
  const kinds = plannedRetrievals(connector, imports).flatMap((planned) => planned.kinds);
  await client.query(
    `INSERT INTO sync_run_import (run_id, kind, position, state)
     SELECT $1, kind, position, 'waiting' FROM unnest($2::record_kind[]) WITH ORDINALITY AS planned (kind, position)
     ON CONFLICT (run_id, kind) DO UPDATE SET position = excluded.position`,
    [runId, kinds],
  );
}
