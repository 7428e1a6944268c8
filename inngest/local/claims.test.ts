import type pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import type { Outcome } from "./answer";
import { type ClaimedCall, claimCall, extendLeases, releaseCall } from "./claims";
import { acceptEvents } from "./events";
import { replaceFunctions } from "./functions";
import { settleCall, writeStep } from "./settle";
import { inTransaction, openPool } from "./store";

const lease = 60_000;
let database: TestDatabase;
let pool: pg.Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url);
  await inTransaction(pool, (transaction) =>
    replaceFunctions(transaction, [{ id: "fn", triggers: [{ type: "event", event: "a/b" }], attempts: 2, concurrency: [{ path: ["key"], limit: 2 }], cancel: [] }]),
  );
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

const send = (...keys: string[]) => inTransaction(pool, (transaction) => acceptEvents(transaction, keys.map((key) => ({ name: "a/b", data: { key } })), undefined, fastTiming));
const claim = async (): Promise<ClaimedCall> => {
  const call = await claimCall(pool, lease);
  if (call === null) throw new Error("There was nothing to claim.");
  return call;
};
const loseLeases = () => pool.query("update engine_call set lease_until = now() - interval '1 second' where lease_until is not null");
const done = (data: unknown): Outcome => ({ type: "advanced", operations: [{ type: "done", stepId: "step-1", name: "step", data }] });
const outcomes = async () => (await pool.query<{ outcome: unknown }>("select outcome from engine_step")).rows.map((row) => row.outcome);

test("a claimed call is nobody else's until it is given back", async () => {
  await send("x");
  const call = await claim();
  expect(await claimCall(pool, lease)).toBeNull();
  await releaseCall(pool, call);
  expect(await claim()).toMatchObject({ id: call.id, fence: call.fence + 1, attempt: 0, interruptions: 0 });
});

test("when a lease has ended, whoever held it writes nothing any more", async () => {
  await send("x");
  const lost = await claim();
  await loseLeases();
  const taken = await claim();
  expect(taken).toMatchObject({ id: lost.id, fence: lost.fence + 1, interruptions: 1 });
  expect(await extendLeases(pool, [lost], lease)).toEqual(new Set());
  await settleCall(pool, lost, done("late"), fastTiming);
  await releaseCall(pool, lost);
  expect(await outcomes()).toEqual([]);
  expect(await extendLeases(pool, [lost, taken], lease)).toEqual(new Set([taken]));
  await settleCall(pool, taken, done("in time"), fastTiming);
  expect(await outcomes()).toEqual([{ data: "in time" }]);
});

test("a heartbeat that comes late takes nothing back that was given back meanwhile", async () => {
  await send("x");
  const call = await claim();
  await releaseCall(pool, call);
  expect(await extendLeases(pool, [call], lease)).toEqual(new Set());
  expect(await claim()).toMatchObject({ id: call.id });
});

test("a failure that is written down twice, since the database's word got lost, costs one try", async () => {
  await send("z");
  const call = await claim();
  const failure: Outcome = { type: "functionFailed", error: {}, retry: { type: "after", milliseconds: 0 } };
  await settleCall(pool, call, failure, fastTiming);
  await settleCall(pool, call, failure, fastTiming);
  expect(await claim()).toMatchObject({ id: call.id, attempt: 1 });
});

test("the first outcome of a step stays", async () => {
  await send("x");
  const { runId } = await claim();
  await inTransaction(pool, (transaction) => writeStep(transaction, runId, "s", "s", { data: 1 }));
  await inTransaction(pool, (transaction) => writeStep(transaction, runId, "s", "s", { error: 2 }));
  expect(await outcomes()).toEqual([{ data: 1 }]);
});

test("claims made at the same moment never exceed the limit of a key", async () => {
  await send(...Array.from({ length: 6 }, () => "x"), "y");
  const claimed = await Promise.all(Array.from({ length: 8 }, () => claimCall(pool, lease)));
  expect(claimed.filter((call) => call !== null)).toHaveLength(3);
  await loseLeases();
  expect(await claimCall(pool, lease)).not.toBeNull();
});

test("a function that only names steps it was told about is not entered for ever", async () => {
  await send("x");
  const atOnce = { ...fastTiming, retryDelays: [0] };
  for (const data of [1, 2, 3]) await settleCall(pool, await claim(), done(data), atOnce);
  const { rows } = await pool.query("select state, error ->> 'message' as message from engine_run");
  expect(rows).toEqual([{ state: "failed", message: "The function named no step that was not known already." }]);
});
