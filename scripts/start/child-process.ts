import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { codeOf } from "../problem";
import { projectFolder } from "../project-folder";

export type Program = {
  /** What people know it as: `web`, `engine`, `sandbox`. */
  readonly name: string;
  /** The script Node runs, with its arguments. TypeScript is understood. */
  readonly script: readonly string[];
  readonly mode?: "production" | "development" | "test";
  /** Its environment, complete but for NODE_ENV, which is the mode. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder?: string;
};

export type OutputLine = { readonly stream: "stdout" | "stderr"; readonly text: string };

/** How long a program may take to finish what it is doing after it was asked to end. */
const graceMs = 10_000;

const followParent = pathToFileURL(join(projectFolder, "scripts", "start", "follow-parent.mjs")).href;

/**
 * Runs a Node program in a process group of its own: Ctrl-C at the terminal reaches the start alone, which then ends its
 * children in order. The program dies with the start, whatever happens to it.
 */
export function spawnProgram(program: Program, onLine: (line: OutputLine) => void): ChildProcess {
  const loaders = program.script[0]?.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child = spawn(process.execPath, ["--import", followParent, ...loaders, ...program.script], {
    cwd: program.folder ?? projectFolder,
    env: { ...program.environment, NODE_ENV: program.mode ?? "production" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  for (const stream of ["stdout", "stderr"] as const) {
    const pipe = child[stream];
    if (pipe) createInterface({ input: pipe }).on("line", (text) => onLine({ stream, text }));
  }
  return child;
}

export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Ends a program and everything it started: first politely, then by force. */
export async function endProgram(child: ChildProcess, patienceMs = graceMs): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, "exit");
    signalGroup(child, "SIGTERM");
    const force = setTimeout(() => signalGroup(child, "SIGKILL"), patienceMs);
    await ended;
    clearTimeout(force);
  }
  // What the program itself left behind.
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}
