import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";

const done: string[] = [];
let openGate = () => {};
const gate = new Promise<void>((resolve) => (openGate = resolve));

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness((client) => [
    client.createFunction(
      { id: "sleeps", triggers: [{ event: "sleeps/asked" }], cancelOn: [{ event: "order/cancelled", if: "async.data.order == event.data.id" }] },
      async ({ event, step }) => {
        await step.run("begin", () => done.push(`begin ${event.data.id}`));
        await step.sleep("pause", event.data.pause);
        await step.run("end", () => done.push(`end ${event.data.id}`));
      },
    ),
    client.createFunction({ id: "works", triggers: [{ event: "works/asked" }], concurrency: 1, cancelOn: [{ event: "works/cancelled", match: "data.id" }] }, async ({ event, step }) => {
      await step.run("busy", async () => {
        done.push(`busy ${event.data.id}`);
        await gate;
      });
      await step.run("next", () => done.push(`next ${event.data.id}`));
    }),
    client.createFunction({ id: "all", triggers: [{ event: "all/asked" }], cancelOn: [{ event: "all/cancelled" }] }, async ({ step }) => step.sleep("pause", "1h")),
  ]);
});
afterAll(() => harness.stop());

test("a sleeping run is ended by the event that names it, and only that run", async () => {
  await harness.client.send([{ name: "sleeps/asked", data: { id: "A", pause: "2s" } }, { name: "sleeps/asked", data: { id: "B", pause: "2s" } }]);
  await eventually(() => done.includes("begin A") && done.includes("begin B"));
  await harness.client.send([{ name: "order/cancelled", data: { order: "A" } }, { name: "order/cancelled", data: {} }, { name: "order/cancelled", data: { order: null } }]);
  const runs = await harness.endedRunsOf("sleeps", 2);
  expect(runs.map((run) => run.state)).toEqual(["cancelled", "completed"]);
  expect(done.filter((each) => each.startsWith("end"))).toEqual(["end B"]);
});

test("a run that has not started yet is ended too", async () => {
  await harness.client.send({ name: "sleeps/asked", data: { id: "C", pause: "1s" }, ts: Date.now() + 3_600_000 });
  await harness.client.send({ name: "order/cancelled", data: { order: "C" } });
  expect((await harness.runsOf("sleeps")).at(-1)?.state).toBe("cancelled");
});

test("in one batch, an event ends only what was started before it", async () => {
  await harness.client.send([
    { name: "sleeps/asked", data: { id: "D", pause: "1h" } },
    { name: "order/cancelled", data: { order: "D" } },
    { name: "sleeps/asked", data: { id: "D", pause: "1h" } },
  ]);
  expect((await harness.runsOf("sleeps")).slice(-2).map((run) => run.state)).toEqual(["cancelled", "live"]);
});

test("a step under way ends, its result is thrown away, and until then its place stays taken", async () => {
  await harness.client.send([{ name: "works/asked", data: { id: 1 } }, { name: "works/asked", data: { id: 2 } }, { name: "works/asked", data: { id: 3 } }]);
  await eventually(() => done.includes("busy 1"));
  await harness.client.send([{ name: "works/cancelled", data: { id: 1 } }, { name: "works/cancelled", data: { id: 2 } }]);
  expect((await harness.runsOf("works")).map((run) => run.state)).toEqual(["cancelled", "cancelled", "live"]);
  const { rows } = await harness.pool.query("select run.id from engine_call call join engine_run run on run.id = call.run_id where run.function_id = 'test-works' and lease_until is not null");
  expect(rows).toEqual([{ id: (await harness.runsOf("works"))[0]?.id }]);
  expect(done).not.toContain("busy 3");
  openGate();
  const runs = await harness.endedRunsOf("works", 3);
  expect(runs.map((run) => run.state)).toEqual(["cancelled", "cancelled", "completed"]);
  expect(done.filter((each) => /busy|next/.test(each))).toEqual(["busy 1", "busy 3", "next 3"]);
  const { rows: steps } = await harness.pool.query("select from engine_step where run_id = $1", [runs[0]?.id]);
  expect(steps).toEqual([]);
});

test("without a condition every run of the function ends", async () => {
  await harness.client.send([{ name: "all/asked" }, { name: "all/asked" }, { name: "all/cancelled" }]);
  const runs = await harness.endedRunsOf("all", 2);
  expect(runs.map((run) => run.state)).toEqual(["cancelled", "cancelled"]);
});
