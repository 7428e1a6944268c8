import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { makeChance } from "@/e2e/support/proof/chance";
import { openLane, type CashLane } from "./cash/lane";
import { drawPlan } from "./cash/plan";
import { Installation } from "./job-engine/installation";
import { runThroughJobs } from "./job-engine/run-through-jobs";
import { tellStory } from "./tell-story";

const lanesAtOnce = 4;
const schedules = 8;

let database: TestDatabase;
let lanes: CashLane[];
let installation: Installation;
beforeAll(async () => {
  database = await createTestDatabase();
  lanes = await Promise.all(Array.from({ length: lanesAtOnce }, () => openLane(database.url)));
  installation = await Installation.start(database.url, lanes, makeChance(7));
}, 5 * 60_000);
afterAll(async () => {
  await installation.stop();
  await Promise.all(lanes.map((lane) => lane.close()));
  await database.drop();
});

test("through the job engine, with calls broken off, events doubled, the engine killed at random, and the application with an order booked that nobody knows of, each of 8 work orders is in Cash once, or its state says truly why not", { timeout: 15 * 60_000 }, async () => {
  const failures: string[] = [];
  const states = new Map<string, number>();
  let taken = 0;
  const work = async (lane: CashLane) => {
    while (taken < schedules) {
      taken += 1;
      const plan = drawPlan(200_000 + taken);
      const { state, problems, workOrderId } = await runThroughJobs(lane, installation, plan);
      states.set(state ?? "none", (states.get(state ?? "none") ?? 0) + 1);
      if (problems.length > 0) failures.push(`Seed ${plan.seed}: ${problems.join("; ")}\n${await tellStory(lane, plan, workOrderId)}`);
    }
  };
  await Promise.all(lanes.map(work));
  expect(failures.join("\n\n")).toBe("");
  expect([...states.values()].reduce((sum, count) => sum + count, 0)).toBe(schedules);
  expect(states.get("finished"), "most of them arrive").toBeGreaterThan(schedules / 2);
  for (const [victim, kills] of Object.entries(installation.kills)) expect(kills, `how often the ${victim} was killed`).toBeGreaterThan(0);
});
