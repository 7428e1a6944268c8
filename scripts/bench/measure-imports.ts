import { once } from "node:events";
import { z } from "zod";
import { connectCashSandbox } from "@/e2e/sandbox/cash/control/client";
import { spawnProgram } from "../start/child-process";
import type { Surroundings } from "./surroundings";

const outcome = z.object({ rows: z.number(), written: z.number(), seconds: z.number(), peakMegabytes: z.number() });

/** Rows read and rows written, the time from asking to the verdict, and the greatest resident memory of the process. */
export type ImportOutcome = z.infer<typeof outcome>;

/** The first import into a new database, by a process that has just started. */
export async function measureFirst(surroundings: Surroundings, database: string): Promise<ImportOutcome> {
  return runImport(surroundings.variables(await surroundings.createDatabase(database)));
}

/** The same by a process that has imported the relations of another account before. */
export async function measureWarm(surroundings: Surroundings, database: string): Promise<ImportOutcome> {
  return runImport(surroundings.variables(await surroundings.createDatabase(database)), "warm");
}

/** What follows the first import: nothing has changed, then a tenth has. */
export async function measureLater(surroundings: Surroundings, database: string): Promise<{ unchanged: ImportOutcome; changed: ImportOutcome }> {
  const variables = surroundings.variables(surroundings.databaseUrl(database));
  const unchanged = await runImport(variables);
  await changeTenth(surroundings);
  const changed = await runImport(variables);
  return { unchanged, changed };
}

async function runImport(environment: Record<string, string>, ...options: string[]): Promise<ImportOutcome> {
  const lines: string[] = [];
  const child = spawnProgram({ name: "import", script: ["scripts/bench/import.ts", ...options], environment }, ({ text }) => lines.push(text));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`An import failed:\n${lines.join("\n")}`);
  return outcome.parse(JSON.parse(lines.at(-1) ?? ""));
}

async function changeTenth({ sandboxUrl, relations }: Surroundings): Promise<void> {
  const sandbox = connectCashSandbox(sandboxUrl);
  const batch = 500;
  for (let offset = 0; offset < relations; offset += batch * 10) {
    const { rows } = await sandbox.records("01", "0101", { offset, limit: batch });
    const changes = rows.map(({ key }) => ({ action: "change" as const, table: "0101" as const, key, fields: { "0108": "030 5550100" } }));
    await sandbox.changeRecords("01", changes);
  }
}
