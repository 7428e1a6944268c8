/**
 * Asks until the answer is neither false nor undefined.
 * @throws Error when it is not so within the time, in milliseconds
 */
export async function eventually<T>(ask: () => Promise<T | false | undefined> | T | false | undefined, longest = 40_000): Promise<T> {
  const giveUpAt = Date.now() + longest;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > giveUpAt) throw new Error("It did not come about in time.");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
