import type { PoolClient } from "pg";
import type { Database } from "@/lib/db";
import { logger } from "@/lib/logger";

/** A connection outside the pool's care would end the process when the server goes away; the query under way reports it anyway. */
function noteBrokenConnection(error: Error): void {
  logger.warn({ error: error.message }, "A database connection broke");
}

/** Runs work on one connection of the pool. `discard`: it is closed afterwards, with all that was prepared or set on it. */
export async function withClient<Result>(db: Database, work: (client: PoolClient) => Promise<Result>, { discard = false } = {}): Promise<Result> {
  const client = await db.pool.connect();
  client.on("error", noteBrokenConnection);
  try {
    return await work(client);
  } finally {
    client.off("error", noteBrokenConnection);
    client.release(discard);
  }
}

/** Runs work in a transaction on a connection of its own; it is undone when the work throws. */
export function inTransaction<Result>(db: Database, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return withClient(db, (client) => transactionOn(client, () => work(client)));
}

/** The same on a connection the caller already has. */
export async function transactionOn<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that broke cannot roll back, and need not: the server has done so.
    await client.query("ROLLBACK").catch(noteBrokenConnection);
    throw error;
  }
}
