import { type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";

const tries: { of: string; attempt: number; at: number }[] = [];
const triesOf = (name: string) => tries.filter((each) => each.of === name);
const attemptsOf = (name: string) => triesOf(name).map((each) => each.attempt);
const failures: { of: string; message: string; event: unknown; runId: string }[] = [];

const createFailing = (client: Inngest) =>
  client.createFunction(
    {
      id: "fails",
      triggers: [{ event: "fails/asked" }],
      retries: 1,
      onFailure: async ({ error, event, step }) => {
        await step.run("note", () => failures.push({ of: event.data.function_id, message: error.message, event: event.data.event, runId: event.data.run_id }));
      },
    },
    async ({ attempt }) => {
      tries.push({ of: "body", attempt, at: Date.now() });
      throw new Error("the body fails");
    },
  );

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness(
    (client) => [
      client.createFunction({ id: "recovers", triggers: [{ event: "recovers/asked" }], retries: 3 }, async ({ step, attempt }) => {
        await step.run("before", () => tries.push({ of: "before", attempt, at: Date.now() }));
        return step.run("shaky", () => {
          tries.push({ of: "shaky", attempt, at: Date.now() });
          if (attempt < 2) throw new Error(`no luck at ${attempt}`);
          return attempt;
        });
      }),
      client.createFunction({ id: "catches", triggers: [{ event: "catches/asked" }], retries: 1 }, async ({ step, attempt }) => {
        try {
          await step.run("hopeless", () => {
            tries.push({ of: "hopeless", attempt, at: Date.now() });
            throw new TypeError("never");
          });
        } catch (error) {
          const caught = error instanceof Error ? error.message : "?";
          return step.run("after", () => `caught: ${caught}`);
        }
      }),
      client.createFunction({ id: "final", triggers: [{ event: "final/asked" }], retries: 5 }, async ({ step, attempt }) => {
        await step.run("refused", () => {
          tries.push({ of: "refused", attempt, at: Date.now() });
          throw new NonRetriableError("do not repeat this");
        });
      }),
      client.createFunction({ id: "later", triggers: [{ event: "later/asked" }], retries: 2 }, async ({ step, attempt }) =>
        step.run("limited", () => {
          tries.push({ of: "limited", attempt, at: Date.now() });
          if (attempt === 0) throw new RetryAfterError("too many", 1500);
          return "served";
        }),
      ),
      createFailing(client),
      client.createFunction({ id: "once", triggers: [{ event: "once/asked" }], retries: 0 }, async () => {
        tries.push({ of: "once", attempt: 0, at: Date.now() });
        throw new Error("only once");
      }),
      client.createFunction({ id: "one-of-many", triggers: [{ event: "many/asked" }], retries: 1 }, async ({ step }) => {
        const outcomes = await Promise.allSettled([
          step.run("good", () => "good"),
          step.run("bad", () => {
            throw new NonRetriableError("bad");
          }),
        ]);
        return outcomes.map((outcome) => outcome.status);
      }),
      client.createFunction({ id: "waits", triggers: [{ event: "waits/asked" }] }, async ({ step }) => step.waitForEvent("wait", { event: "never/sent", timeout: "1h" })),
    ],
    { retryDelays: [300, 600] },
  );
});
afterAll(() => harness.stop());

test("a failing step is tried again after the back-off, and what was done before it is not done again", async () => {
  await harness.client.send({ name: "recovers/asked" });
  const [run] = await harness.endedRunsOf("recovers");
  expect(run).toMatchObject({ state: "completed", result: 2 });
  expect(attemptsOf("before")).toEqual([0]);
  expect(attemptsOf("shaky")).toEqual([0, 1, 2]);
  const [first, second, third] = triesOf("shaky").map((each) => each.at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(295);
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(595);
});

test("a step that has used up its tries throws inside the function, which may go on", async () => {
  await harness.client.send({ name: "catches/asked" });
  const [run] = await harness.endedRunsOf("catches");
  expect(run).toMatchObject({ state: "completed", result: "caught: never" });
  expect(attemptsOf("hopeless")).toEqual([0, 1]);
});

test("a non-retriable error ends the run at the first try", async () => {
  await harness.client.send({ name: "final/asked" });
  const [run] = await harness.endedRunsOf("final");
  expect(run).toMatchObject({ state: "failed", error: { message: "do not repeat this" } });
  expect(attemptsOf("refused")).toEqual([0]);
});

test("an error that names a time is tried again after that time", async () => {
  await harness.client.send({ name: "later/asked" });
  const [run] = await harness.endedRunsOf("later");
  expect(run).toMatchObject({ state: "completed", result: "served" });
  const [first, second] = triesOf("limited").map((each) => each.at);
  // The SDK rounds the time up to whole seconds.
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1995);
});

test("onFailure runs once with the error, the function, the run and the event", async () => {
  await harness.client.send({ name: "fails/asked", data: { number: 7 } });
  const [run] = await harness.endedRunsOf("fails");
  await harness.endedRunsOf("fails-failure");
  expect(attemptsOf("body")).toEqual([0, 1]);
  expect(failures).toEqual([{ of: "test-fails", message: "the body fails", runId: run?.id, event: expect.objectContaining({ name: "fails/asked", data: { number: 7 } }) }]);
});

test("without retries there is one try", async () => {
  await harness.client.send({ name: "once/asked" });
  const [run] = await harness.endedRunsOf("once");
  expect(run).toMatchObject({ state: "failed", error: { message: "only once" } });
  expect(attemptsOf("once")).toEqual([0]);
});

test("a failed step does not stop the ones beside it", async () => {
  await harness.client.send({ name: "many/asked" });
  const [run] = await harness.endedRunsOf("one-of-many");
  expect(run).toMatchObject({ state: "completed", result: ["fulfilled", "rejected"] });
});

test("a step the engine does not know fails the run with a sentence that names it", async () => {
  await harness.client.send({ name: "waits/asked" });
  const [run] = await harness.endedRunsOf("waits");
  expect(run).toMatchObject({ state: "failed", error: { message: 'Function "test-waits" uses the operation WaitForEvent, which the local job engine does not support.' } });
});
