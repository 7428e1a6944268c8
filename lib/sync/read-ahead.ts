/**
 * Reads a source on while what came before is still being worked on, at most `limit` items ahead: reading, which waits
 * for the vendor, and writing, which waits for the database, then overlap. An error of the source comes after the items
 * before it. Leaving the loop early ends the source.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>, limit: number): AsyncGenerator<Item, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  type Outcome = { ok: true; result: IteratorResult<Item> } | { ok: false; error: unknown };
  const next = (): Promise<Outcome> =>
    iterator.next().then(
      (result): Outcome => ({ ok: true, result }),
      (error: unknown): Outcome => ({ ok: false, error }),
    );
  const buffer: Outcome[] = [];
  let reading: Promise<void> | null = null;
  let isOver = false;
  let wake = () => {};

  const fill = async () => {
    while (!isOver && buffer.length < limit) {
      const outcome = await next();
      if (!outcome.ok || outcome.result.done) isOver = true;
      buffer.push(outcome);
      wake();
    }
    reading = null;
  };
  try {
    for (;;) {
      if (reading === null && !isOver && buffer.length < limit) reading = fill();
      const outcome = buffer.shift();
      if (!outcome) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (!outcome.ok) throw outcome.error;
      if (outcome.result.done) return;
      yield outcome.result.value;
    }
  } finally {
    isOver = true;
    await iterator.return?.();
  }
}
