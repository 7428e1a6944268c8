import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "@/scripts/process-alive";
import { findPostgres } from "@/scripts/postgres/server";
import { postgresFolder } from "@/scripts/start/prepare-database";
import { eventually } from "./eventually";
import type { OwnApplication } from "./own-application";

export const victims = ["web server", "job engine", "web server and job engine", "PostgreSQL", "sandbox"] as const;
export type Victim = (typeof victims)[number];

/** Ends processes of an application as an operating system out of memory does: at once, without a chance to tidy up. */
export async function kill(application: OwnApplication, victim: Victim): Promise<void> {
  // One that was killed before may still be on its way back.
  const pids = await eventually(`the ${victim} runs`, async () => {
    const found = await findProcesses(application, victim);
    return found.every(isAlive) ? found : null;
  }, 60_000);
  for (const pid of pids) process.kill(pid, "SIGKILL");
}

async function findProcesses(application: OwnApplication, victim: Victim): Promise<number[]> {
  switch (victim) {
    case "web server":
      return [findProgram(application, "web")];
    case "job engine":
      return [findProgram(application, "engine")];
    case "web server and job engine":
      return [findProgram(application, "web"), findProgram(application, "engine")];
    case "sandbox":
      return [findProgram(application, "sandbox-cash")];
    case "PostgreSQL":
      return [await findPostmaster(application)];
  }
}

function findProgram({ programs }: OwnApplication, name: string): number {
  const pid = programs.find((program) => program.name === name)?.pid;
  if (pid === undefined) throw new Error(`${name} does not run`);
  return pid;
}

async function findPostmaster({ folder }: OwnApplication): Promise<number> {
  const server = await findPostgres(postgresFolder(folder));
  const file = join(server?.dataFolder ?? "", "cluster", "postmaster.pid");
  if (!server || !existsSync(file)) throw new Error("PostgreSQL does not run");
  return Number(readFileSync(file, "utf8").split("\n")[0]);
}
