import { setTimeout as sleep } from "node:timers/promises";
import { sentenceOf } from "../problem";
import type { Durability } from "./cluster";
import { isPostgresGone, startPostgres } from "./server";

type Watch = {
  /** One sentence for the person at the terminal. */
  say(sentence: string): void;
  /** Pause between two looks, in milliseconds. */
  lookEveryMs?: number;
};

/**
 * Starts the server of a folder again whenever it has ended by itself: nobody else would, because it runs as a daemon.
 * What was committed is there again, what was under way is rolled back. Gives the function that ends the watch.
 */
export function keepPostgresRunning(folder: string, durability: Durability, { say, lookEveryMs = 1_000 }: Watch): () => Promise<void> {
  const stopping = new AbortController();
  const watching = watch(stopping.signal);
  return async () => {
    stopping.abort();
    await watching;
  };

  async function watch(signal: AbortSignal): Promise<void> {
    let lastComplaint = "";
    while (await pause(lookEveryMs, signal)) {
      try {
        if (!(await isPostgresGone(folder)) || signal.aborted) continue;
        // Whoever uses it knows its address and would look for it nowhere else.
        await startPostgres(folder, durability, { keepsPort: true });
        lastComplaint = "";
        say("PostgreSQL ended by itself; it runs again");
      } catch (error) {
        // The processes of a killed server need a moment to end; until then it cannot start.
        const complaint = sentenceOf(error);
        if (complaint !== lastComplaint) say(`PostgreSQL could not be started again, the next try follows: ${complaint}`);
        lastComplaint = complaint;
      }
    }
  }
}

/** False as soon as it is aborted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return sleep(milliseconds, true, { signal }).catch(() => false);
}
