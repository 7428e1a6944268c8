import { afterAll, beforeAll, expect, test } from "vitest";
import { makeChance, type Chance } from "@/e2e/support/proof/chance";
import { exportNext } from "@/lib/export/export-next";
import type { Fate, StepFate } from "@/lib/export/fixtures/sales-vendor";
import { createExportTest, enterComplete, readExport, sweep, workOut, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { readFollowUps } from "@/lib/export/stored-follow-ups";

let it: ExportTest;
// A worker who stands still renews no lease either; a process of its own would not.
beforeAll(async () => (it = await createExportTest({ runHeartbeat: 24 * 3_600_000 }, { isInvoicing: true })));
afterAll(() => it.close());

const fates: readonly Fate[] = ["book", "silent", "lost", "late", "twice", "away"];
const stepFates: readonly StepFate[] = ["done", "done", "silent", "lost", "locked", "limited", "away"];
const operations = ["lookUp", "send", "find", "attachment", "finish", "email", "discard"] as const;

function draw<Item>(chance: Chance, items: readonly Item[], most: number): Item[] {
  return Array.from({ length: Math.floor(chance.between(0, most + 0.99)) }, () => items[Math.floor(chance.between(0, items.length))]).filter((item) => item !== undefined);
}

/** A worker stands still in a request, another one takes over, and it comes back. */
async function standStill(operation: string): Promise<void> {
  let reach = () => {};
  let letGo = () => {};
  const reached = new Promise<"reached">((resolve) => (reach = () => resolve("reached")));
  const released = new Promise<void>((resolve) => (letGo = resolve));
  let isFirst = true;
  it.sales.beforeRequest = async (one) => {
    if (one !== operation || !isFirst) return;
    isFirst = false;
    reach();
    await released;
  };
  const next = (worker: string) => exportNext(it.engine, { connectionId: it.connectionId, worker });
  for (let turn = 0; turn < 40 && isFirst; turn += 1) {
    const silent = next("silent");
    const end = await Promise.race([silent, reached]);
    if (end === "reached") {
      it.clock.pass(it.engine.timing.exportLease + 1);
      await next("heir");
      letGo();
      await silent;
    } else if (end.state === "waits" && end.until) it.clock.passTo(end.until);
    else if (end.state !== "worked") break;
  }
  it.sales.beforeRequest = () => {};
}

test.each(Array.from({ length: 25 }, (_, index) => index + 1))("whatever goes wrong, one invoice stands there, finished, sent once at most, and nothing beside it (seed %i)", async (seed) => {
  const chance = makeChance(seed);
  it.sales.steps = ["attachment", "finish", "email"];
  it.sales.fates = draw(chance, fates, 3);
  it.sales.stepFates = draw(chance, stepFates, 5);
  const { id, number } = await enterComplete(it);
  await sweep(it);
  if (chance.between(0, 1) < 0.8) await standStill(operations[Math.floor(chance.between(0, operations.length))] ?? "send");
  // No request is on its way for longer than the quiet time.
  await workOut(it, 0.2);
  it.sales.arrive();
  await workOut(it, 12);

  const documents = it.sales.documents.filter(({ reference }) => reference === number);
  const { intent, status, intents } = await readExport(it, id);
  const states = Object.fromEntries(readFollowUps(intent?.followUps).map((one) => [one.id, one.state]));
  const [document] = documents;
  expect(documents.map(({ state }) => state)).toEqual(["final"]);
  expect({ status, state: intent?.state, documentId: intent?.documentId, number: intent?.documentNumber, lateLookAt: intent?.lateLookAt, count: intents.length }).toEqual({
    status: "handled", state: "finished", documentId: document?.id, number: document?.number, lateLookAt: null, count: 1,
  });
  expect(states).toMatchObject({ finish: "done", attachment: "done", email: expect.stringMatching(/^(done|uncertain)$/) });
  expect(document?.files).toHaveLength(1);
  expect(it.sales.documents.filter(({ reference }) => reference === number).reduce((sum, { mails }) => sum + mails, 0)).toBeLessThanOrEqual(1);
  if (states["email"] === "done") expect(document?.mails).toBe(1);
});
