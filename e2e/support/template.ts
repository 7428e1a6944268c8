import { applyMigrations } from "@/scripts/migrations/apply-migrations";
import { type Migration, readMigrations } from "@/scripts/migrations/read-migrations";
import { shortHash } from "@/scripts/postgres/data-folder";
import type { PostgresServer } from "@/scripts/postgres/server";
import { withAdministrator } from "./administrator";
import { nameForThisProcess } from "./leftovers";

/** Only one process at a time makes the template. Any number that nothing else uses. */
const templateLock = 20_260_101;

/**
 * The name of a migrated, empty database to copy. It carries the hash of all migrations, so that a changed migration
 * makes a new one; templates of other states are dropped then.
 */
export async function ensureTemplate(server: PostgresServer, migrations: readonly Migration[] = readMigrations()): Promise<string> {
  const name = `template_${shortHash(migrations.map((migration) => migration.name + migration.checksum).join())}`;
  await withAdministrator(server.urlOf("postgres"), async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [templateLock]);
    const { rows } = await client.query<{ name: string }>("SELECT datname AS name FROM pg_database WHERE datname LIKE 'template\\_%'");
    if (rows.some((row) => row.name === name)) return;

    const unfinished = nameForThisProcess("unfinished");
    await client.query(`CREATE DATABASE "${unfinished}"`);
    await applyMigrations(server.urlOf(unfinished), migrations);
    await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`);
    for (const other of rows) await client.query(`DROP DATABASE IF EXISTS "${other.name}"`);
  });
  return name;
}
