/** Where progress is written: the terminal, or a list in tests. */
export type Write = (text: string) => void;

export type Progress = {
  /** Runs one step and writes a line with what came of it and how long it took. */
  step<Result>(title: string, work: () => Promise<Result>, describe?: (result: Result) => string): Promise<Result>;
  say(sentence: string): void;
};

/** Progress as lines of text. An aborted signal ends it before the next step. */
export function makeProgress(write: Write, signal: AbortSignal): Progress {
  return {
    async step(title, work, describe) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const result = await work();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      write(`  ✓ ${title.padEnd(24)} ${`${seconds} s`.padStart(8)}  ${describe?.(result) ?? ""}`.trimEnd() + "\n");
      return result;
    },
    say: (sentence) => write(`  • ${sentence}\n`),
  };
}
