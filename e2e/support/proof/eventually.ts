import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks until the answer is neither null nor undefined. A question that fails is asked again: what it is about may be down.
 * @throws Error with the last failure when `longestMs` have passed
 */
export async function eventually<Answer>(what: string, ask: () => Promise<Answer | null | undefined>, longestMs: number): Promise<Answer> {
  let failure: unknown;
  for (const deadline = Date.now() + longestMs; Date.now() < deadline; await sleep(100)) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined) return answer;
    } catch (error) {
      failure = error;
    }
  }
  throw new Error(`Not within ${longestMs / 1000} s: ${what}`, { cause: failure });
}
