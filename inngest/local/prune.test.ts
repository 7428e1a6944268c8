import { afterAll, beforeAll, expect, test } from "vitest";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { prune } from "./prune";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness((client) => [
    client.createFunction({ id: "short", triggers: [{ event: "short/asked" }] }, async ({ step }) => step.run("only", () => 1)),
    client.createFunction({ id: "long", triggers: [{ event: "long/asked" }] }, async ({ step }) => step.sleep("pause", "30d")),
  ]);
});
afterAll(() => harness.stop());

const count = async (table: string) => (await harness.pool.query(`select from ${table}`)).rowCount;

test("what ended and arrived before the retention goes, what is younger or still runs stays", async () => {
  await harness.client.send([{ name: "short/asked" }, { name: "short/asked" }, { name: "long/asked" }, { name: "nobody/listens" }]);
  const [old] = await harness.endedRunsOf("short", 2);
  await harness.pool.query("update engine_event set received_at = now() - interval '8 days'");
  await harness.pool.query("update engine_run set created_at = now() - interval '8 days'");
  await harness.pool.query("update engine_run set ended_at = now() - interval '8 days' where id = $1", [old?.id]);
  await prune(harness.pool, fastTiming);
  expect((await harness.runsOf("short")).map((run) => run.id)).not.toContain(old?.id);
  expect(await count("engine_run")).toBe(2);
  expect(await count("engine_step")).toBe(1);
  expect(await count("engine_event")).toBe(2);
  expect((await harness.runsOf("long"))[0]?.state).toBe("live");
});
