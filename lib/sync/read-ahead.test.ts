import { describe, expect, test } from "vitest";
import { PageLedger } from "@/lib/sync/page-ledger";
import { readAhead } from "@/lib/sync/read-ahead";

async function* numbers(count: number, produced: number[] = [], failAt = Infinity): AsyncGenerator<number> {
  for (let index = 0; index < count; index += 1) {
    if (index === failAt) throw new Error("the source broke");
    produced.push(index);
    yield index;
  }
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("reading ahead", () => {
  test("hands over everything in order, however many it may read ahead", async () => {
    for (const limit of [1, 2, 5, 100]) {
      const taken = [];
      for await (const item of readAhead(numbers(20), limit)) taken.push(item);
      expect(taken).toEqual(Array.from({ length: 20 }, (_, index) => index));
    }
  });

  test("reads no further than its limit", async () => {
    const produced: number[] = [];
    for await (const item of readAhead(numbers(20, produced), 2)) {
      await settle();
      await settle();
      expect(produced.length).toBeLessThanOrEqual(item + 4);
      if (item === 5) break;
    }
    expect(produced.length).toBeLessThan(12);
  });

  test("an error of the source comes after what was read before it", async () => {
    const taken: number[] = [];
    const read = async () => {
      for await (const item of readAhead(numbers(20, [], 7), 3)) taken.push(item);
    };
    await expect(read()).rejects.toThrow("the source broke");
    expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("leaving early ends the source", async () => {
    let isEnded = false;
    async function* source() {
      try {
        yield* numbers(10);
      } finally {
        isEnded = true;
      }
    }
    for await (const item of readAhead(source(), 2)) if (item === 1) break;
    expect(isEnded).toBe(true);
  });
});

describe("the ledger of pages", () => {
  test("waits until everything handed over is written, and not a moment longer", async () => {
    const ledger = new PageLedger(new AbortController().signal);
    const source = ledger.countHandedOver(numbers(3));
    await source.next();
    await source.next();
    let isSettled = false;
    const settled = ledger.settled().then(() => (isSettled = true));
    ledger.countWritten();
    await settle();
    expect(isSettled).toBe(false);
    ledger.countWritten();
    await settled;
    await ledger.settled();
  });

  test("lets nobody wait for work that was given up", async () => {
    const controller = new AbortController();
    const ledger = new PageLedger(controller.signal);
    await ledger.countHandedOver(numbers(3)).next();
    const settled = ledger.settled();
    controller.abort(new Error("given up"));
    await expect(settled).rejects.toThrow("given up");
  });
});
