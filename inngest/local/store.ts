import pg from "pg";
import { logger } from "@/lib/logger";

/** One of several statements that succeed or fail together. */
export type Transaction = pg.PoolClient;

/** On this channel engines tell each other, and themselves, that something may be due. */
export const workChannel = "engine_work";

export const sessionOptions = "-c TimeZone=UTC";

export function openPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8, options: sessionOptions, connectionTimeoutMillis: 10_000 });
  pool.on("error", (error) => logger.warn({ err: error }, "job engine: an idle database connection was lost"));
  return pool;
}

/** Runs `work` in a transaction; whatever it throws undoes everything. */
export async function inTransaction<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  // The pool listens only to connections it has at home: without a listener, one that is lost out here ends the process.
  const onLost = (error: Error) => {
    lost = error;
  };
  client.on("error", onLost);
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(onLost);
    throw error;
  } finally {
    client.off("error", onLost);
    client.release(lost);
  }
}

/** Wakes every engine once the transaction is committed. */
export async function announceWork(transaction: Transaction): Promise<void> {
  await transaction.query("select pg_notify($1, '')", [workChannel]);
}
