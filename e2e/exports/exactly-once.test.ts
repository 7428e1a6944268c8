import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { prove } from "./prove";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** These go wrong in ways that are always the same; `npm run prove:exports` looks for others. */
test("whatever goes wrong on the way, 150 work orders are in Cash exactly once, or their state says truly why not", { timeout: 15 * 60_000 }, async () => {
  const { schedules, states, events, failures } = await prove({ databaseUrl: database.url, seed: 1, schedules: 150, lanes: 12 });
  expect(failures.map(({ seed, problems, story }) => `Seed ${seed}: ${problems.join("; ")}\n${story}`).join("\n\n")).toBe("");
  expect(schedules).toBe(150);
  expect(states["finished"], "most of them arrive").toBeGreaterThan(75);
  for (const event of ["worker.lost", "look-up.absent", "look-up.found", "send.answered"]) expect(events[event], `${event}, in the journals`).toBeGreaterThan(5);
});
