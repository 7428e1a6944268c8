import { endProgram, type Program, spawnProgram } from "../start/child-process";
import { sentenceOf } from "../problem";

/** How many tests of a stage did what they promise. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped?: number };

export type Stage = {
  readonly name: string;
  /** Resolves with its tally and with what a person should read of it. A rejection counts as one failure. */
  run(signal: AbortSignal): Promise<{ tally: Tally; report: string }>;
};

export type Write = (text: string) => void;

/** Runs one stage and writes what came of it. Never rejects, so that later stages still run. */
export async function runStage(stage: Stage, signal: AbortSignal, write: Write): Promise<Tally> {
  const startedAt = performance.now();
  if (signal.aborted) return { passed: 0, failed: 0 };
  const { tally, report } = await stage.run(signal).catch((error: unknown) => {
    const failure: Tally = { passed: 0, failed: 1 };
    return { tally: failure, report: sentenceOf(error) };
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const verdict = tally.failed > 0 ? "✗" : "✓";
  const skipped = tally.skipped ? `, ${tally.skipped} skipped` : "";
  if (report.trim()) write(`\n${report.trimEnd()}\n`);
  write(`${verdict} ${stage.name.padEnd(14)} ${`${seconds} s`.padStart(8)}  ${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
  return tally;
}

/** A program's output and exit code. An aborted signal ends it with everything it started. */
export function collect(program: Program, signal: AbortSignal): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const child = spawnProgram(program, ({ text }) => lines.push(text));
    const end = () => void endProgram(child);
    signal.addEventListener("abort", end, { once: true });
    child.once("error", reject);
    child.once("close", (code) => {
      signal.removeEventListener("abort", end);
      resolve({ code: code ?? 1, output: lines.join("\n") });
    });
  });
}
