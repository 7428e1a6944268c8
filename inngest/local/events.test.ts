import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { eventKey } from "@/e2e/support/job-engine/keys";

let harness: Harness;
const startedAt: number[] = [];

beforeAll(async () => {
  harness = await startHarness((client) => [
    client.createFunction({ id: "echo", triggers: [{ event: "echo/asked" }, { event: "echo/asked-again" }] }, async ({ event }) => ({ id: event.id, name: event.name, data: event.data, ts: event.ts })),
    client.createFunction({ id: "delayed", triggers: [{ event: "delayed/asked" }] }, async () => startedAt.push(Date.now())),
  ]);
});
afterAll(() => harness.stop());

const post = (body: string, headers: Record<string, string> = {}) => fetch(`${harness.engine.url}/e/${eventKey}`, { method: "POST", body, headers });

test("a function is given the event as it was sent", async () => {
  const ts = Date.now() - 5000;
  const { ids } = await harness.client.send({ id: "first", name: "echo/asked", data: { list: [1, "two", null] }, ts });
  expect(ids).toEqual(["first"]);
  const [run] = await harness.endedRunsOf("echo");
  expect(run?.result).toEqual({ id: "first", name: "echo/asked", data: { list: [1, "two", null] }, ts });
});

test("an event with the id of one before starts nothing, also in the same batch", async () => {
  const { ids } = await harness.client.send([{ id: "first", name: "echo/asked" }, { id: "second", name: "echo/asked" }, { id: "second", name: "echo/asked" }]);
  expect(ids).toEqual(["first", "second", "second"]);
  expect(await harness.endedRunsOf("echo", 2)).toHaveLength(2);
});

test("a day later an id may be used again", async () => {
  await harness.pool.query("update engine_event set received_at = received_at - interval '25 hours' where duplicate_id = 'first'");
  await harness.client.send({ id: "first", name: "echo/asked" });
  expect(await harness.endedRunsOf("echo", 3)).toHaveLength(3);
});

test("a request that the SDK sends again counts once, though its events have no ids", async () => {
  const body = JSON.stringify([{ name: "echo/asked", data: { try: 1 } }, { name: "echo/asked", data: { try: 2 } }]);
  const answers = await Promise.all([post(body, { "x-inngest-event-id-seed": "1,abc" }), post(body, { "x-inngest-event-id-seed": "1,abc" })]);
  expect(await answers[0]?.json()).toEqual(await answers[1]?.json());
  expect(await harness.endedRunsOf("echo", 5)).toHaveLength(5);
});

test("an event of the future starts its run when its time has come", async () => {
  const ts = Date.now() + 1500;
  await harness.client.send({ name: "delayed/asked", ts });
  await harness.endedRunsOf("delayed");
  expect(startedAt).toHaveLength(1);
  expect(startedAt[0]).toBeGreaterThanOrEqual(ts);
});

test("an event that comes before its function has registered is made up for", async () => {
  await harness.client.send({ name: "late/asked" });
  harness.app.serve(harness.client, [harness.client.createFunction({ id: "late", triggers: [{ event: "late/asked" }] }, async () => "in time")]);
  const [run] = await harness.endedRunsOf("late");
  expect(run?.result).toBe("in time");
});

test("a function that is no longer served is triggered no more", async () => {
  const before = (await harness.runsOf("echo")).length;
  await eventually(async () => (await harness.pool.query("select from engine_function where is_active")).rowCount === 1);
  await harness.client.send({ name: "echo/asked" });
  await harness.client.send({ name: "late/asked" });
  await harness.endedRunsOf("late", 2);
  expect(await harness.runsOf("echo")).toHaveLength(before);
});

test.each([
  ["no JSON", "{"],
  ["no name", JSON.stringify({ data: {} })],
  ["a name of the engine's own", JSON.stringify({ name: "inngest/function.failed", data: { function_id: "test-echo" } })],
  ["a character that cannot be stored", JSON.stringify({ name: "a\u0000b" })],
])("an event with %s is refused", async (_what, body) => {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ status: 400, error: expect.stringMatching(/event|JSON/) });
});

test("a body beyond all measure is refused", async () => {
  const answer = await post(JSON.stringify({ name: "echo/asked", data: { text: "x".repeat(5 * 1024 * 1024) } }));
  expect(answer.status).toBe(413);
});
