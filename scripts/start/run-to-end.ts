import { Problem } from "../problem";
import { type Program, spawnProgram } from "./child-process";

/**
 * Runs a program that does its work and ends; resolves with what it printed.
 * Throws a Problem with the end of its output when it fails.
 */
export function runToEnd(program: Program, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const child = spawnProgram(program, ({ text }) => lines.push(text));
    const interrupt = () => child.kill("SIGTERM");
    signal?.addEventListener("abort", interrupt, { once: true });
    child.once("error", reject);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", interrupt);
      if (code === 0) resolve(lines.join("\n"));
      else reject(new Problem(`${program.name} failed (${code ?? "interrupted"}).\n${lines.slice(-40).join("\n")}`));
    });
  });
}
