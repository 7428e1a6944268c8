import { afterAll, beforeAll, expect, test } from "vitest";
import { prove } from "@/e2e/exports/prove";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { cashProof } from "./proof";

const wanted = 300;

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** These go wrong in ways that are always the same; `npm run prove:exports` looks for others. */
test("whatever goes wrong on the way, 300 work orders are in Cash exactly once, or their state says truly why not", { timeout: 20 * 60_000 }, async () => {
  const { schedules, states, events, failures } = await prove(cashProof, { databaseUrl: database.url, seed: 1, schedules: wanted, lanes: 12 });
  expect(failures.map(({ seed, problems, story }) => `Seed ${seed}: ${problems.join("; ")}\n${story}`).join("\n\n")).toBe("");
  expect(schedules).toBe(wanted);
  expect(states["finished"], "most of them arrive").toBeGreaterThan(wanted / 2);
  for (const event of ["worker.lost", "look-up.absent", "look-up.found", "send.answered"]) expect(events[event], `${event}, in the journals`).toBeGreaterThan(10);
});
