import { join } from "node:path";
import { Problem, sentenceOf } from "../problem";
import { projectFolder } from "../project-folder";
import { type RunningApplication, startApplication } from "./application";
import { refuseSecondStart } from "./claim-folder";
import { configure, type Mode } from "./configuration";
import { dataFolder } from "./data-folder";
import { ensureEnvironmentFile, readVariables, type Variables } from "./environment-file";
import { listenForInterrupt } from "./interrupt";
import { makeProgress } from "./progress";
import { welcome } from "./welcome";

/** `npm start` and `npm run dev`: starts everything, says how to use it, and ends it on Ctrl-C. */
export async function main({ mode, environment }: { mode: Mode; environment: Variables }): Promise<void> {
  const write = (text: string) => void process.stdout.write(text);
  const interrupted = listenForInterrupt(write);
  const progress = makeProgress(write, interrupted);
  try {
    write("\nOutSmart software integrations\n\n");
    const environmentFile = join(projectFolder, ".env");
    await progress.step("Configuration", async () => ensureEnvironmentFile(environmentFile), (outcome) => `.env ${outcome}`);
    await refuseSecondStart(dataFolder);
    const configuration = await configure(readVariables(environmentFile, environment), mode, dataFolder);
    const surroundings = { environment, progress, show: write, signal: interrupted };
    const application = await startApplication(configuration, surroundings);
    write(await welcome(configuration, application));
    await untilAborted(interrupted);
    await stop(application, write);
  } catch (error) {
    if (!interrupted.aborted) {
      process.stderr.write(`\n${error instanceof Problem ? error.message : error instanceof Error ? error.stack : sentenceOf(error)}\n`);
      process.exitCode = 1;
    }
  }
  // Pools and watchers of libraries must not keep a finished start alive.
  process.exit();
}

async function stop(application: RunningApplication, write: (text: string) => void): Promise<void> {
  await application.stop();
  write("Everything is stopped. The next start finds all data as they are now.\n");
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    // A pending promise alone does not keep Node alive once every child is between two runs.
    const keepAlive = setInterval(() => undefined, 60_000);
    signal.addEventListener("abort", () => {
      clearInterval(keepAlive);
      resolve();
    });
  });
}
