import { env } from "@/lib/env";
import { applyMigrations } from "./migrations/apply-migrations";
import { readMigrations } from "./migrations/read-migrations";
import { sentenceOf } from "./problem";

/** Brings the database of DATABASE_URL up to date: for containers, where `npm start` does not do it. */
try {
  const { applied, changed } = await applyMigrations(env().DATABASE_URL, readMigrations());
  process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(", ")}\n` : "The database is up to date.\n");
  for (const name of changed) process.stderr.write(`${name} was changed after it had been applied.\n`);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
