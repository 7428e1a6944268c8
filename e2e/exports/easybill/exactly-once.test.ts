import { afterAll, beforeAll, expect, test } from "vitest";
import { prove } from "@/e2e/exports/prove";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { easybillProof } from "./proof";

const wanted = 300;

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** These go wrong in ways that are always the same; `npm run prove:exports` looks for others. */
test("whatever goes wrong on the way, 300 work orders are one invoice each in EasyBill, without a stray draft, or their state says truly why not", { timeout: 20 * 60_000 }, async () => {
  const { schedules, states, events, failures } = await prove(easybillProof, { databaseUrl: database.url, seed: 1, schedules: wanted, lanes: 12 });
  expect(failures.map(({ seed, problems, story }) => `Seed ${seed}: ${problems.join("; ")}\n${story}`).join("\n\n")).toBe("");
  expect(schedules).toBe(wanted);
  expect(states["finished"], "most of them arrive").toBeGreaterThan(wanted / 2);
  for (const event of ["worker.lost", "look-up.absent", "look-up.found", "send.answered", "follow-up.done", "follow-up.waiting"]) expect(events[event], `${event}, in the journals`).toBeGreaterThan(10);
  expect(events["duplicate.discarded"], "drafts that came late, in the journals").toBeGreaterThan(0);
});

/** EasyBill takes the same number a second time. */
test("a worker that stood still right before it made a customer and a product there doubles neither", { timeout: 5 * 60_000 }, async () => {
  const standsStill = { kind: "pauses", call: "create", request: 2, milliseconds: 500_000 } as const;
  const drawPlan = (seed: number) => ({ ...easybillProof.drawPlan(seed), lacks: { relation: true, article: true }, faults: [], fates: [standsStill, standsStill], isKeyRevoked: false });
  const { events, failures } = await prove({ ...easybillProof, drawPlan }, { databaseUrl: database.url, seed: 1, schedules: 2, lanes: 2 });
  expect(failures.map(({ problems, story }) => `${problems.join("; ")}\n${story}`).join("\n\n")).toBe("");
  expect(events["record.sending"], "records that were on their way, in the journals").toBeGreaterThanOrEqual(4);
});
