import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem, sentenceOf } from "../problem";
import { endProgram, hasEnded, type OutputLine, type Program, spawnProgram } from "./child-process";

/** Pauses before a restart double from the first to the longest, and start over once a program ran for a while. */
export type RestartTiming = { readonly firstPauseMs: number; readonly longestPauseMs: number; readonly healthyAfterMs: number };

const usualTiming: RestartTiming = { firstPauseMs: 500, longestPauseMs: 30_000, healthyAfterMs: 60_000 };

export type Listener = {
  /** A line of the program's output. */
  onLine(line: OutputLine): void;
  /** One sentence for the person at the terminal. */
  say(sentence: string): void;
};

/** A program that is started again, after a pause, whenever it ends by itself. */
export class SupervisedProgram {
  readonly name: string;
  private child: ChildProcess;
  private readonly stopping = new AbortController();
  private pauseMs: number;
  private wasReady = false;

  constructor(
    private readonly program: Program,
    private readonly listener: Listener,
    private readonly timing: RestartTiming = usualTiming,
  ) {
    this.name = program.name;
    this.pauseMs = timing.firstPauseMs;
    this.child = this.run();
  }

  /** The number of the process that runs now; a restart changes it. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Waits until the program answers at an address, in a way that `accepts` likes.
   * Throws a Problem when it ends before, or takes longer than `patienceMs`.
   */
  async untilItAnswers(address: string, accepts: (status: number) => boolean, patienceMs = 120_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    let last = "no answer";
    while (Date.now() < deadline && !this.stopping.signal.aborted) {
      if (hasEnded(this.child)) throw new Problem(`${this.name} ended before it was ready.`);
      try {
        const { status } = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
        this.wasReady = accepts(status);
        if (this.wasReady) return;
        last = `status ${status}`;
      } catch (error) {
        last = sentenceOf(error);
      }
      await sleep(150);
    }
    throw new Problem(`${this.name} is not ready at ${address}: ${last}.`);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await endProgram(this.child);
  }

  private run(): ChildProcess {
    const startedAt = Date.now();
    const child = spawnProgram(this.program, this.listener.onLine);
    child.once("error", (error) => this.listener.say(`${this.name} could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      if (this.stopping.signal.aborted || !this.wasReady) return;
      if (Date.now() - startedAt > this.timing.healthyAfterMs) this.pauseMs = this.timing.firstPauseMs;
      this.listener.say(`${this.name} ended by itself (${signal ?? `code ${code}`}); it starts again in ${this.pauseMs / 1000} s`);
      this.restart().catch((error: unknown) => this.listener.say(`${this.name} could not be started again: ${sentenceOf(error)}`));
    });
    return child;
  }

  private async restart(): Promise<void> {
    await endProgram(this.child);
    try {
      await sleep(this.pauseMs, undefined, { signal: this.stopping.signal });
    } catch {
      return;
    }
    this.pauseMs = Math.min(this.pauseMs * 2, this.timing.longestPauseMs);
    this.child = this.run();
  }
}
