import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";

const done: string[] = [];
const note = <T>(what: string, value: T): T => {
  done.push(what);
  return value;
};

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness((client) => [
    client.createFunction({ id: "sequence", triggers: [{ event: "sequence/asked" }] }, async ({ event, step }) => {
      const first = await step.run("first", () => note("first", { number: event.data.number, text: "ünï\u0000code" }));
      const second = await step.run("second", () => note("second", undefined));
      await step.sleep("nap", "1s");
      const third = await step.run("third", () => note("third", first.number + 1));
      return { first, second, third };
    }),
    client.createFunction({ id: "fan-out", triggers: [{ event: "fan-out/asked" }] }, async ({ step }) => {
      const chain = async () => {
        const one = await step.run("one", () => note("one", 1));
        return step.run("after one", () => note("after one", one + 1));
      };
      const [left, , right] = await Promise.all([step.run("left", () => note("left", "l")), step.sleep("pause", "1s"), step.run("right", () => note("right", "r")), chain()]);
      return step.run("together", () => note("together", `${left}${right}`));
    }),
    client.createFunction({ id: "sender", triggers: [{ event: "chain/started" }] }, async ({ step }) => {
      const { ids } = await step.sendEvent("send", [
        { name: "chain/continued", data: { part: 1 } },
        { name: "chain/continued", data: { part: 2 } },
      ]);
      return ids.length;
    }),
    client.createFunction({ id: "receiver", triggers: [{ event: "chain/continued" }] }, async ({ event }) => event.data.part),
    client.createFunction({ id: "until", triggers: [{ event: "until/asked" }] }, async ({ step }) => {
      await step.sleepUntil("past", new Date(Date.now() - 1000));
      return "awake";
    }),
    client.createFunction({ id: "empty", triggers: [{ event: "empty/asked" }, { event: "sequence/other" }] }, async () => {}),
  ]);
});
afterAll(() => harness.stop());

const count = (what: string) => done.filter((each) => each === what).length;

test("every step is executed once and its result handed to the steps after it", async () => {
  await harness.client.send({ name: "sequence/asked", data: { number: 41 } });
  const [run] = await harness.endedRunsOf("sequence");
  expect(run).toMatchObject({ state: "completed", error: null, result: { first: { number: 41, text: "ünï\u0000code" }, second: null, third: 42 } });
  expect(["first", "second", "third"].map(count)).toEqual([1, 1, 1]);
});

test("steps side by side are each executed once and joined", async () => {
  await harness.client.send({ name: "fan-out/asked" });
  const [run] = await harness.endedRunsOf("fan-out");
  expect(run).toMatchObject({ state: "completed", result: "lr" });
  expect(["left", "right", "one", "after one", "together"].map(count)).toEqual([1, 1, 1, 1, 1]);
});

test("events that a step sends start further runs", async () => {
  await harness.client.send({ name: "chain/started" });
  const [sender] = await harness.endedRunsOf("sender");
  expect(sender?.result).toBe(2);
  const receivers = await harness.endedRunsOf("receiver", 2);
  expect(receivers.map((run) => run.result).sort()).toEqual([1, 2]);
});

test("a sleep until a moment that is over ends at once", async () => {
  await harness.client.send({ name: "until/asked" });
  const [run] = await harness.endedRunsOf("until");
  expect(run).toMatchObject({ state: "completed", result: "awake" });
});

test("a function without steps and result completes", async () => {
  await harness.client.send({ name: "sequence/other" });
  const [run] = await harness.endedRunsOf("empty");
  expect(run).toMatchObject({ state: "completed", result: null });
});

test("nothing is left waiting when all runs have ended", async () => {
  const { rows } = await harness.pool.query("select * from engine_call");
  expect(rows).toEqual([]);
});
