import { join } from "node:path";
import { applyMigrations, type MigrationOutcome } from "../migrations/apply-migrations";
import { readMigrations } from "../migrations/read-migrations";
import { ensureDatabase } from "../postgres/ensure-database";
import { keepPostgresRunning } from "../postgres/keep-running";
import { joinPostgres } from "../postgres/shared-server";
import type { Configuration } from "./configuration";
import type { Progress } from "./progress";

const databaseName = "outsmart";

/** The embedded server's data belong to the installation; without DATABASE_URL every command uses them. */
export function postgresFolder(dataFolder: string): string {
  return join(dataFolder, "postgres");
}

/** Starts the embedded PostgreSQL, or leaves it to DATABASE_URL, and migrates the database. Gives its address. */
export async function prepareDatabase(
  { databaseUrl, dataFolder }: Configuration,
  progress: Progress,
  onStop: (end: () => Promise<void>) => void,
): Promise<string> {
  const url = databaseUrl ?? (await progress.step("PostgreSQL", () => joinEmbedded(dataFolder, onStop), ({ files }) => `data in ${files}`)).url;
  if (!databaseUrl) onStop(keepPostgresRunning(postgresFolder(dataFolder), "durable", { say: progress.say }));
  await progress.step("Migrations", () => applyMigrations(url, readMigrations()), describe);
  return url;
}

/** Starts or joins the installation's embedded server; gives the address of its database and where its files lie. */
export async function joinEmbedded(dataFolder: string, onStop: (end: () => Promise<void>) => void): Promise<{ url: string; files: string }> {
  const { server, leave } = await joinPostgres(postgresFolder(dataFolder), "durable");
  onStop(leave);
  return { url: await ensureDatabase(server, databaseName), files: server.dataFolder };
}

function describe({ applied, changed, unknown }: MigrationOutcome): string {
  return [
    applied.length > 0 ? `${applied.length} applied` : "up to date",
    ...changed.map((name) => `${name} was changed after it had been applied`),
    ...unknown.map((name) => `${name} belongs to another version of this application`),
  ].join("; ");
}
