import type { PoolClient } from "pg";
import type { Database } from "@/lib/db";
import { inTransaction } from "@/lib/transaction";

/**
 * Reads with a planner that believes pages of an index to be cheap. Its usual guess is that of a spinning disk, and makes it
 * read a whole table where an index of a quarter of the size has all that is asked for.
 */
export function withIndexScan<Result>(db: Database, read: (client: PoolClient) => Promise<Result>): Promise<Result> {
  return inTransaction(db, async (client) => {
    await client.query("SET LOCAL random_page_cost = 1.1");
    return read(client);
  });
}
