import { syncEngine, type SyncEngine } from "@/lib/sync/engine";

/** Everything the export engine stands on, the same as the import engine; tests hand over their own. */
export type ExportEngine = SyncEngine;

/** The engine of this process. */
export function exportEngine(): ExportEngine {
  return syncEngine();
}
