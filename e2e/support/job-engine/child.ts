import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Child = {
  /** Resolves when it has ended, however that came about. */
  gone: Promise<void>;
  /** Ends it without a chance to tidy up; resolves when it is gone. */
  kill: () => Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop: () => Promise<number | null>;
  /** Tells it something; resolves when it has answered, or is gone. */
  tell: (message: object) => Promise<void>;
};

const programs = { "engine-process": new URL("./engine-process.ts", import.meta.url), "app-process": new URL("./app-process.ts", import.meta.url) };

/** Starts one of the programs of this folder, or another one that behaves like them, and waits until it says that it is ready. */
export async function startChild(program: keyof typeof programs | URL, options: Record<string, unknown>): Promise<Child> {
  const file = fileURLToPath(program instanceof URL ? program : programs[program]);
  const child = spawn(process.execPath, ["--import", "tsx", file, JSON.stringify(options)], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  if (child.stdout === null) throw new Error(`${file} has no output.`);
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      if (line.includes('"ready":true')) resolve();
    });
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it was ready.`)));
  });
  let told = Promise.resolve();
  const gone = once(child, "exit").then(() => {});
  return { gone, kill: () => end(child, "SIGKILL").then(() => {}), stop: () => end(child, "SIGTERM"), tell: (message) => (told = told.then(() => tell(child, message))) };
}

function tell(child: ChildProcess, message: object): Promise<void> {
  if (!child.connected) return Promise.resolve();
  return new Promise((resolve) => {
    const stopWaiting = () => {
      child.off("message", stopWaiting);
      child.off("disconnect", stopWaiting);
      resolve();
    };
    child.on("message", stopWaiting);
    child.on("disconnect", stopWaiting);
    // One that is just ending has its end for an answer.
    child.send(message, () => undefined);
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, "exit");
  }
  return child.exitCode;
}
