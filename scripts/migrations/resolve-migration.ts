import pg from "pg";
import { Problem } from "../problem";

/**
 * Marks a failed migration as rolled back, as `prisma migrate resolve --rolled-back` does, so that it is applied again.
 * Throws a Problem when no migration of that name stands failed.
 */
export async function resolveMigration(databaseUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
      [name],
    );
    if (!rowCount) throw new Problem(`No migration named ${name} stands failed.`);
  } finally {
    await client.end();
  }
}
