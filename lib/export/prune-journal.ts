import type { Database } from "@/lib/db";
import { inBatches } from "@/lib/retention/in-batches";

const BATCH = 1_000;

/**
 * Deletes lines of the export journal that are older than ten years, the oldest first; the database lets nobody delete any other. By its
 * own clock, which is the one it holds them against. Out: how many.
 */
export function pruneJournal(db: Database): Promise<number> {
  return inBatches(db, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM export_journal WHERE at < now() - interval '10 years' AND id IN (SELECT id FROM export_journal ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
    );
    return rowCount || null;
  });
}
