import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sentenceOf } from "../problem";
import { erasePostgres } from "../postgres/server";
import { projectFolder } from "../project-folder";
import { type Configuration, configure } from "../start/configuration";
import { makeSecrets, type Variables } from "../start/environment-file";
import { generateClient } from "../start/generate-client";
import { listenForInterrupt } from "../start/interrupt";
import { postgresFolder } from "../start/prepare-database";
import { makeProgress } from "../start/progress";
import { systemVariables } from "../start/system-variables";
import { browserStage } from "./browser-stage";
import { buildStage } from "./build-stage";
import { readChoice } from "./choice";
import { runStage, type Stage, type Tally } from "./stage";
import { startStage } from "./start-stage";
import { lintStage, typeCheckStage } from "./static-stages";
import { vitestStage } from "./vitest-stage";

/**
 * `npm test`: every kind of test, each stage also when an earlier one failed. Ends with one line over all kinds.
 * Resolves with the exit code: 0 only when something ran and nothing failed.
 */
export async function main({ options, environment }: { options: readonly string[]; environment: Variables }): Promise<number> {
  const write = (text: string) => void process.stdout.write(text);
  const signal = listenForInterrupt(write);
  const folder = makeFolder();
  try {
    const tallies = await runAll(options, environment, folder, signal, write);
    const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
    const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
    if (failed > 0) keepLogs(folder);
    if (signal.aborted) write("\nInterrupted: not everything ran.\n");
    else if (passed + failed === 0) write("\nNothing ran.\n");
    write(`\n${passed} passed, ${failed} failed\n`);
    return failed === 0 && passed > 0 && !signal.aborted ? 0 : 1;
  } finally {
    await removeFolder(folder).catch((error: unknown) => write(`${folder} was not removed: ${sentenceOf(error)}\n`));
  }
}

async function runAll(
  options: readonly string[],
  environment: Variables,
  folder: string,
  signal: AbortSignal,
  write: (text: string) => void,
): Promise<Tally[]> {
  const { isChosen, filters } = readChoice(options);
  const system = systemVariables(environment);
  const run = (stage: Stage) => (isChosen(stage.name) ? runStage(stage, signal, write) : Promise.resolve({ passed: 0, failed: 0 }));
  await generateClient(environment);

  // Two lines of work for two cores: much of either is waiting for a process to start, a lease to end, a page to come.
  const surroundings = { environment, progress: makeProgress(write, signal), show: write, signal };
  const [unit, rest] = await Promise.all([run(vitestStage({ ...system, ...describeContract(environment) }, folder, filters)), runInTurn()]);
  const start = await run(startStage(() => decide("start"), surroundings));
  return [unit, ...rest, start];

  /** An application apart from any other: own ports, own secrets, own data, demo data and sandbox. */
  function decide(name: (typeof applications)[number]): Promise<Configuration> {
    return configure({ ...makeSecrets(), PORT: "0" }, "production", join(folder, name));
  }

  async function runInTurn(): Promise<Tally[]> {
    const tallies: Tally[] = [];
    const stages = [
      lintStage(system),
      typeCheckStage(system),
      buildStage(environment, join(folder, "browser", "builds")),
      browserStage({ decide: () => decide("browser"), surroundings, folder, filters }),
    ];
    for (const stage of stages) tallies.push(await run(stage));
    return tallies;
  }
}

/** Where the vendor's description for the contract tests is, when it is not at its usual place. */
function describeContract({ EASYBILL_OPENAPI }: Variables): Record<string, string> {
  return EASYBILL_OPENAPI === undefined ? {} : { EASYBILL_OPENAPI };
}

/** The applications the tests start, each with a folder of this name. */
const applications = ["browser", "start"] as const;

/** A folder in which PostgreSQL's user can reach its data. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "outsmart-tests-"));
  chmodSync(folder, 0o755);
  return folder;
}

function keepLogs(folder: string): void {
  for (const name of applications) {
    const logs = join(folder, name, "logs");
    if (existsSync(logs)) cpSync(logs, join(projectFolder, "test-results", "logs", name), { recursive: true });
  }
}

async function removeFolder(folder: string): Promise<void> {
  for (const name of applications) {
    const postgres = postgresFolder(join(folder, name));
    if (existsSync(postgres)) await erasePostgres(postgres);
  }
  rmSync(folder, { recursive: true, force: true });
}
