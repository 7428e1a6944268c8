import type { Inngest } from "inngest";
import { afterEach, expect, test } from "vitest";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";

let harness: Harness;
afterEach(() => harness.stop());

const seen: number[] = [];
const stubborn = (client: Inngest) => client.createFunction({ id: "stubborn", triggers: [{ event: "stubborn/asked" }], retries: 1 }, async () => seen.push(1));

test("a step that takes the app down every time costs tries after a while, and fails in the end", async () => {
  harness = await startHarness((client) => [stubborn(client)], { freeInterruptions: 3, callLease: 60_000, callHeartbeat: 20 });
  harness.app.breakCalls();
  await harness.client.send({ name: "stubborn/asked" });
  const [run] = await harness.endedRunsOf("stubborn");
  expect(run).toMatchObject({ state: "failed", error: { name: "Interrupted", message: expect.stringContaining("The app broke off the call 4 times") } });
  // Two tries of four calls each.
  expect(harness.app.brokenCalls()).toBe(8);
  expect(seen).toEqual([]);
});

test("a call that gets no answer in time is made again", async () => {
  let tries = 0;
  harness = await startHarness(
    (client) => [
      client.createFunction({ id: "stuck", triggers: [{ event: "stuck/asked" }], retries: 0 }, async ({ step }) =>
        step.run("stuck", async () => {
          tries += 1;
          if (tries === 1) await eventually(() => tries > 1);
          return tries;
        }),
      ),
    ],
    { callTimeout: 1000 },
  );
  await harness.client.send({ name: "stuck/asked" });
  const [run] = await harness.endedRunsOf("stuck");
  expect(run).toMatchObject({ state: "completed", result: 2 });
});

test("a step that takes longer than a lease is executed once", async () => {
  let tries = 0;
  harness = await startHarness(
    (client) => [
      client.createFunction({ id: "slow", triggers: [{ event: "slow/asked" }] }, async ({ step }) =>
        step.run("slow", async () => {
          tries += 1;
          await new Promise((resolve) => setTimeout(resolve, 4000));
          return "done";
        }),
      ),
    ],
    { callLease: 1500, callHeartbeat: 100 },
  );
  await harness.client.send({ name: "slow/asked" });
  const [run] = await harness.endedRunsOf("slow");
  expect(run).toMatchObject({ state: "completed", result: "done" });
  expect(tries).toBe(1);
});
