import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { inTransaction } from "@/lib/transaction";

/**
 * Cancels a run: a waiting one at once; a running one at its next page, or within a heartbeat while it waits for the
 * vendor. What it has written stays. A run that is over stays as it is.
 * Out: `cancelled`, or `cancelling` while a worker still has to let go.
 * @throws AppError run_not_found
 */
export async function cancelRun(db: Database, { accountId, runId }: { accountId: string; runId: string }): Promise<{ state: "cancelled" | "cancelling" | "over" }> {
  return inTransaction(db, async (client) => {
    const { rows } = await client.query<{ state: string }>("SELECT state FROM sync_run WHERE account_id = $1 AND id = $2 FOR NO KEY UPDATE", [accountId, runId]);
    const state = rows[0]?.state;
    if (state === undefined) throw new AppError("run_not_found", { kind: "config" });
    if (state === "running") {
      await client.query("UPDATE sync_run SET cancel_requested_at = coalesce(cancel_requested_at, now()) WHERE id = $1", [runId]);
      return { state: "cancelling" };
    }
    if (state !== "waiting") return { state: "over" };
    await client.query("UPDATE sync_run SET state = 'cancelled', cancel_requested_at = now(), finished_at = now() WHERE id = $1", [runId]);
    await client.query("UPDATE sync_run_import SET state = 'cancelled', finished_at = now() WHERE run_id = $1", [runId]);
    return { state: "cancelled" };
  });
}
