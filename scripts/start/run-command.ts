import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../migrations/apply-migrations";
import { readMigrations } from "../migrations/read-migrations";
import { Problem, sentenceOf } from "../problem";
import { projectFolder } from "../project-folder";
import { findRunning } from "./claim-folder";
import { dataFolder } from "./data-folder";
import { ensureEnvironmentFile, readVariables, type Variables } from "./environment-file";
import { generateClient } from "./generate-client";
import { joinEmbedded } from "./prepare-database";
import { systemVariables } from "./system-variables";

/** Commands that must work on a database whose migrations are in trouble. */
const worksUnmigrated = ["scripts/resolve-migration.ts"];

/**
 * Runs a script at the terminal with the variables of `.env` and the address of the installation's database; the
 * embedded server is started for it when it is not running. Resolves with the script's exit code.
 */
export async function runCommand(file: string | undefined, options: readonly string[], environment: Variables): Promise<number> {
  if (!file || !existsSync(join(projectFolder, file))) {
    process.stderr.write(`There is no command ${file ?? ""}.\n`);
    return 1;
  }
  const endings: (() => Promise<void>)[] = [];
  try {
    const environmentFile = join(projectFolder, ".env");
    ensureEnvironmentFile(environmentFile);
    const variables = readVariables(environmentFile, environment);
    const databaseUrl = variables.DATABASE_URL ?? (await joinEmbedded(dataFolder, (end) => endings.push(end))).url;
    if (!worksUnmigrated.includes(file)) await applyMigrations(databaseUrl, readMigrations());
    await generateClient(environment);
    return await runAtTerminal(file, options, { ...systemVariables(environment), ...(await describeAddress()), ...variables, DATABASE_URL: databaseUrl });
  } catch (error) {
    process.stderr.write(`${error instanceof Problem ? error.message : error instanceof Error ? error.stack : sentenceOf(error)}\n`);
    return 1;
  } finally {
    for (const end of endings) await end();
  }
}

/** Links that a command prints lead to the application that runs, unless APP_URL says where people reach it. */
async function describeAddress(): Promise<Record<string, string>> {
  const running = await findRunning(dataFolder);
  return running ? { APP_URL: running.address } : {};
}

/** The script talks with the person directly, so that it can ask for a password; Ctrl-C reaches it as well as us. */
function runAtTerminal(file: string, options: readonly string[], variables: Record<string, string>): Promise<number> {
  process.on("SIGINT", () => undefined);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", file, ...options], {
      cwd: projectFolder,
      env: { ...variables, NODE_ENV: "production" },
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
