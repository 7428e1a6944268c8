import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { logger } from "@/lib/logger";

export type Database = { prisma: PrismaClient; pool: pg.Pool; close: () => Promise<void> };

/**
 * Opens a pool that Prisma and set-based SQL share. Every session runs in UTC: the driver adapter reads and writes
 * timestamps wrongly in any other time zone.
 * @param options `patience`: milliseconds that a query waits for a connection, and a third of what a transaction may take
 */
export function openDatabase(url: string, { connections = 10, patience = 10_000 }: { connections?: number; patience?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: "-c TimeZone=UTC", connectionTimeoutMillis: patience });
  // An idle connection that the server ends would otherwise end this process; the next query opens another.
  pool.on("error", (error) => logger.warn({ error: error.message }, "An idle database connection broke"));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: patience, timeout: 3 * patience } });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

// Hot reload evaluates modules again; the pool must not be opened again each time.
const holder = globalThis as typeof globalThis & { outsmartDatabase?: Database };

/** The database of this process, opened on first use. */
export function database(): Database {
  holder.outsmartDatabase ??= openDatabase(env().DATABASE_URL);
  return holder.outsmartDatabase;
}
