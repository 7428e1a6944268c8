import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildApplication } from "./build-application";
import type { Program } from "./child-process";
import { claimFolder } from "./claim-folder";
import type { Configuration, SandboxPorts } from "./configuration";
import { generateClient } from "./generate-client";
import { openOutputLog } from "./output-log";
import { prepareDatabase } from "./prepare-database";
import { engineProgram, sandboxProgram, scriptProgram, webProgram } from "./programs";
import { runToEnd } from "./run-to-end";
import { SupervisedProgram } from "./supervised-program";
import type { Surroundings } from "./surroundings";
import { systemVariables } from "./system-variables";

export type RunningApplication = {
  readonly address: string;
  readonly databaseUrl: string;
  /** The complete environment of the web server, for commands that work beside it. */
  readonly variables: Readonly<Record<string, string>>;
  /** What runs: `sandbox-cash`, `sandbox-easybill`, `engine`, `web`, as far as this start has them. */
  readonly programs: readonly SupervisedProgram[];
  /** Ends everything this start began, in the opposite order. */
  stop(): Promise<void>;
};

/**
 * Starts the whole application and waits until it answers. When a step fails, or the signal is aborted, everything begun
 * is ended again. Throws a Problem that says what is wrong.
 */
export async function startApplication(configuration: Configuration, surroundings: Surroundings): Promise<RunningApplication> {
  const endings: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let end = endings.pop(); end; end = endings.pop()) await end();
  };
  try {
    return { ...(await begin(configuration, surroundings, (end) => endings.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(
  configuration: Configuration,
  surroundings: Surroundings,
  onStop: (end: () => Promise<void>) => void,
): Promise<Omit<RunningApplication, "stop">> {
  const { progress, environment, signal } = surroundings;
  const { mode, dataFolder, address, port, engineAddress, sandboxPorts } = configuration;
  mkdirSync(dataFolder, { recursive: true });
  onStop(await claimFolder(dataFolder, address));

  const databaseUrl = await prepareDatabase(configuration, progress, onStop);
  const system = systemVariables(environment);
  const variables = { ...system, ...configuration.variables, DATABASE_URL: databaseUrl };
  await progress.step("Database client", () => generateClient(environment), (outcome) => outcome);
  if (sandboxPorts) await progress.step("Demo data", () => runToEnd(scriptProgram("prisma/seed.ts", variables), signal));
  const announceBuild = () => progress.say("Building, which takes a few minutes after an installation or an update.");
  const build =
    mode === "production"
      ? await progress.step("Build", () => buildApplication(join(dataFolder, "builds"), environment, signal, announceBuild), ({ origin }) => origin)
      : undefined;

  const programs: SupervisedProgram[] = [];
  const run = (title: string, program: Program, readyAt: string, accepts: (status: number) => boolean) =>
    progress.step(
      title,
      async () => {
        const supervised = supervise(program, configuration, surroundings, onStop);
        programs.push(supervised);
        await supervised.untilItAnswers(readyAt, accepts);
      },
      () => new URL(readyAt).host,
    );
  for (const { title, name, port: sandboxPort } of describeSandboxes(sandboxPorts)) {
    await run(title, sandboxProgram(configuration, system, name, sandboxPort), `http://127.0.0.1:${sandboxPort}/`, anyAnswer);
  }
  await run("Web server", webProgram(configuration, variables, build?.folder), `http://127.0.0.1:${port}/api/health`, (status) => status === 200);
  if (engineAddress) await run("Job engine", engineProgram(configuration, variables), engineAddress, anyAnswer);
  return { address, databaseUrl, variables, programs };
}

const anyAnswer = () => true;

function describeSandboxes(ports: SandboxPorts | undefined): { title: string; name: keyof SandboxPorts; port: number }[] {
  if (ports === undefined) return [];
  return [
    { title: "Sandbox of Cash", name: "cash", port: ports.cash },
    { title: "Sandbox of EasyBill", name: "easybill", port: ports.easybill },
  ];
}

function supervise(
  program: Program,
  { dataFolder, mode }: Configuration,
  { show, progress }: Surroundings,
  onStop: (end: () => Promise<void>) => void,
): SupervisedProgram {
  const log = openOutputLog(join(dataFolder, "logs"), program.name, show, mode === "development");
  onStop(log.close);
  const supervised = new SupervisedProgram(program, { onLine: log.write, say: progress.say });
  onStop(() => supervised.stop());
  return supervised;
}
