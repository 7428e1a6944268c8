import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { eventKey, signingKey } from "@/e2e/support/job-engine/keys";
import { startLocalEngine } from "./engine";

/** How many are inside at once, now and at most. */
const inside = new Map<string, { now: number; most: number }>();
const visit = async (room: string) => {
  const visitors = inside.get(room) ?? { now: 0, most: 0 };
  inside.set(room, visitors);
  visitors.now += 1;
  visitors.most = Math.max(visitors.most, visitors.now);
  await new Promise((resolve) => setTimeout(resolve, 40));
  visitors.now -= 1;
};
const order: number[] = [];
let openGate = () => {};
const gate = new Promise<void>((resolve) => (openGate = resolve));

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness((client) => [
    client.createFunction({ id: "keyed", triggers: [{ event: "keyed/asked" }], concurrency: { key: "event.data.connection", limit: 1 } }, async ({ event, step }) => {
      await step.run("a", () => visit(`keyed ${event.data.connection}`));
      await step.run("b", () => visit(`keyed ${event.data.connection}`));
    }),
    client.createFunction({ id: "limited", triggers: [{ event: "limited/asked" }], concurrency: [{ limit: 2, scope: "fn" }] }, async ({ step }) => {
      await Promise.all(["a", "b", "c"].map((name) => step.run(name, () => visit("limited"))));
    }),
    client.createFunction({ id: "ordered", triggers: [{ event: "ordered/asked" }], concurrency: 1 }, async ({ event, step }) => {
      await step.run("a", () => order.push(event.data.number));
      await step.run("b", () => order.push(event.data.number));
    }),
    client.createFunction({ id: "gated", triggers: [{ event: "gated/asked" }], concurrency: { key: "event.data.connection", limit: 1 } }, async ({ event, step }) =>
      step.run("wait", async () => {
        if (event.data.connection === "slow") await gate;
        return event.data.connection;
      }),
    ),
    client.createFunction({ id: "sleeper", triggers: [{ event: "sleeper/asked" }], concurrency: 1 }, async ({ event, step }) => {
      if (event.data.isSleepy) await step.sleep("long", "1h");
      return "awake";
    }),
  ]);
});
afterAll(() => harness.stop());

test("per value of the key one call is under way, whichever of two engines makes it", async () => {
  const other = await startLocalEngine({ databaseUrl: harness.databaseUrl, appUrl: harness.app.url, port: 0, eventKey, signingKey, timing: fastTiming });
  try {
    await harness.client.send(Array.from({ length: 18 }, (_, index) => ({ name: "keyed/asked", data: { connection: `c${index % 3}` } })));
    const runs = await harness.endedRunsOf("keyed", 18);
    expect(runs.every((run) => run.state === "completed")).toBe(true);
    expect(["c0", "c1", "c2"].map((name) => inside.get(`keyed ${name}`)?.most)).toEqual([1, 1, 1]);
  } finally {
    await other.stop();
  }
});

test("a busy key does not hold up the others", async () => {
  await harness.client.send([{ name: "gated/asked", data: { connection: "slow" } }, { name: "gated/asked", data: { connection: "slow" } }, { name: "gated/asked", data: { connection: "quick" } }]);
  await eventually(async () => (await harness.runsOf("gated")).some((run) => run.result === "quick"));
  expect((await harness.runsOf("gated")).map((run) => run.state)).toEqual(["live", "live", "completed"]);
  openGate();
  await harness.endedRunsOf("gated", 3);
});

test("a limit without key counts the calls of the whole function, parallel steps included", async () => {
  await harness.client.send(Array.from({ length: 4 }, () => ({ name: "limited/asked" })));
  await harness.endedRunsOf("limited", 4);
  expect(inside.get("limited")?.most).toBe(2);
});

test("a run that has begun comes before the ones behind it", async () => {
  await harness.client.send([1, 2, 3].map((number) => ({ name: "ordered/asked", data: { number } })));
  await harness.endedRunsOf("ordered", 3);
  expect(order).toEqual([1, 1, 2, 2, 3, 3]);
});

test("a sleeping run takes up no place", async () => {
  await harness.client.send([{ name: "sleeper/asked", data: { isSleepy: true } }, { name: "sleeper/asked", data: { isSleepy: false } }]);
  await eventually(async () => (await harness.runsOf("sleeper")).some((run) => run.state === "completed"));
  expect((await harness.runsOf("sleeper")).map((run) => run.state)).toEqual(["live", "completed"]);
});
