import { randomUUID } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { Problem, sentenceOf } from "../problem";
import type { Migration } from "./read-migrations";

/** The number under which Prisma's own migrate locks a database. */
const advisoryLock = 72707369;

/** Prisma's own table, to the letter, so that `prisma migrate` and this runner accept each other's work. */
const createTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const journalRow = z.object({ name: z.string(), checksum: z.string(), isFinished: z.boolean() });

export type MigrationOutcome = {
  /** Names of the migrations this call applied. */
  readonly applied: readonly string[];
  /** Names of applied migrations whose script was changed afterwards. */
  readonly changed: readonly string[];
  /** Names the database knows and this version of the application does not. */
  readonly unknown: readonly string[];
};

/**
 * Brings a database to the state of these migrations. Several callers at once wait for each other. A script that fails
 * stops everything after it, and stays recorded until somebody resolves it: both throw a Problem that names it.
 */
export async function applyMigrations(databaseUrl: string, migrations: readonly Migration[]): Promise<MigrationOutcome> {
  const client = new pg.Client({ connectionString: databaseUrl, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query(createTable);
    const journal = await readJournal(client);
    refuseUnfinished(journal);
    const recorded = new Map(journal.map((row) => [row.name, row.checksum]));
    const pending = migrations.filter(({ name }) => !recorded.has(name));
    for (const migration of pending) await applyOne(client, migration);
    const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
    return {
      applied: pending.map(({ name }) => name),
      changed: journal.filter(({ name, checksum }) => known.has(name) && known.get(name) !== checksum).map(({ name }) => name),
      unknown: journal.filter(({ name }) => !known.has(name)).map(({ name }) => name),
    };
  } finally {
    // Ends the session, and with it the advisory lock.
    await client.end();
  }
}

async function readJournal(client: pg.Client): Promise<z.infer<typeof journalRow>[]> {
  const { rows } = await client.query(`SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "isFinished"
    FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`);
  return z.array(journalRow).parse(rows);
}

function refuseUnfinished(journal: readonly z.infer<typeof journalRow>[]): void {
  const unfinished = journal.find((row) => !row.isFinished);
  if (unfinished) throw new Problem(`The migration ${unfinished.name} failed earlier and was not resolved. ${howToResolve(unfinished.name)}`);
}

async function applyOne(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)`, [id, checksum, name]);
  try {
    await client.query(script);
  } catch (error) {
    await client.query("ROLLBACK");
    await client.query(`UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1`, [id, sentenceOf(error)]);
    throw new Problem(`The migration ${name} failed: ${sentenceOf(error)}. Nothing after it was applied. ${howToResolve(name)}`, {
      cause: error,
    });
  }
  await client.query(`UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1`, [id]);
}

function howToResolve(name: string): string {
  return `Mend its cause, then run: npm run migrations:resolve -- ${name}`;
}
