import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAdministrator } from "@/e2e/support/administrator";
import { applyMigrations } from "../../migrations/apply-migrations";
import { readMigrations } from "../../migrations/read-migrations";
import { startPostgres } from "../../postgres/server";
import { generateClient } from "../../start/generate-client";

const entries = Number(process.env.BENCH_ENTRIES ?? "1000000");

/** Fills a log and prints how long the first page of each query takes, in milliseconds, answers read and all. Out: the exit code. */
export async function benchLog(): Promise<number> {
  await generateClient(process.env);
  const { measureLog } = await import("./measure-log");
  const folder = mkdtempSync(join(tmpdir(), "outsmart-bench-log-"));
  const postgres = await startPostgres(folder, "durable");
  try {
    await withAdministrator(postgres.urlOf("postgres"), (client) => client.query("CREATE DATABASE log"));
    await applyMigrations(postgres.urlOf("log"), readMigrations());
    process.stdout.write(`Filling a log with ${entries.toLocaleString("en")} entries …\n`);
    for await (const line of measureLog(postgres.urlOf("log"), entries)) process.stdout.write(`${line}\n`);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}
