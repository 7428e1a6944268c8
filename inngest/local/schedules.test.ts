import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { eventKey, signingKey } from "@/e2e/support/job-engine/keys";
import { startTestApp } from "@/e2e/support/job-engine/test-app";
import { startLocalEngine } from "./engine";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness((client) => [
    client.createFunction({ id: "yearly", triggers: [{ cron: "TZ=Europe/Amsterdam 0 0 1 1 *" }] }, async ({ event }) => ({ name: event.name, data: event.data })),
    client.createFunction({ id: "other", triggers: [{ cron: "0 0 2 1 *" }, { event: "other/asked" }] }, async () => "ran"),
  ]);
});
afterAll(() => harness.stop());

/** As if the engines had been down since then. */
const makeDue = (functionId: string) => harness.pool.query("update engine_schedule set next_at = now() - interval '3 hours' where function_id = $1", [`test-${functionId}`]);
const nextAt = async (functionId: string) => {
  const { rows } = await harness.pool.query<{ next_at: Date }>("select next_at from engine_schedule where function_id = $1", [`test-${functionId}`]);
  return rows[0]?.next_at;
};

test("a registered cron trigger is due at its next time in its zone", async () => {
  expect((await nextAt("yearly"))?.toISOString()).toMatch(/-12-31T23:00:00.000Z$/);
});

test("however long nothing ran, and with two engines, a missed schedule runs once", async () => {
  const other = await startLocalEngine({ databaseUrl: harness.databaseUrl, appUrl: harness.app.url, port: 0, eventKey, signingKey, timing: fastTiming });
  try {
    await makeDue("yearly");
    const [run] = await harness.endedRunsOf("yearly");
    expect(run).toMatchObject({ state: "completed", result: { name: "inngest/scheduled.timer", data: { cron: "TZ=Europe/Amsterdam 0 0 1 1 *" } } });
    expect((await nextAt("yearly"))?.getTime()).toBeGreaterThan(Date.now());
    await harness.client.send({ name: "other/asked" });
    await harness.endedRunsOf("other");
    expect(await harness.runsOf("yearly")).toHaveLength(1);
  } finally {
    await other.stop();
  }
});

test("ticks that pass while the app is away become one run", async () => {
  const port = Number(new URL(harness.app.url).port);
  await harness.app.stop();
  for (let tick = 0; tick < 3; tick++) {
    await makeDue("yearly");
    await eventually(async () => ((await nextAt("yearly"))?.getTime() ?? 0) > Date.now());
  }
  expect((await harness.runsOf("yearly")).filter((run) => run.state === "live")).toHaveLength(1);
  harness.app = await startTestApp(port);
  harness.app.serve(harness.client, [harness.client.createFunction({ id: "yearly", triggers: [{ cron: "0 12 1 1 *" }] }, async () => "back")]);
  const runs = await harness.endedRunsOf("yearly", 2);
  expect(runs.map((run) => run.result)).toEqual([expect.anything(), "back"]);
});

test("a changed expression takes effect, and schedules of functions that are gone go with them", async () => {
  await eventually(async () => (await nextAt("other")) === undefined);
  expect((await nextAt("yearly"))?.toISOString()).toMatch(/-01-01T12:00:00.000Z$/);
});
