import { once } from "node:events";
import http from "node:http";
import { serve } from "inngest/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Child, startChild } from "@/e2e/support/job-engine/child";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { createClient } from "@/e2e/support/job-engine/test-app";
import { makeChance } from "@/e2e/support/proof/chance";
import { makeRunExports } from "@/inngest/functions/run-exports";
import { findFreePort } from "@/scripts/free-port";
import { makeDueAll } from "@/lib/export/make-due";
import { judge } from "./judge";
import { openLane, type Lane } from "./lane";
import { drawPlan } from "./plan";
import { enter, reconnect, type Entered } from "./run-plan";

/** More rounds mean that it never comes to an end. */
const mostRounds = 120;
const chance = makeChance(7);

let database: TestDatabase;
let lane: Lane;
let app: http.Server;
let jobs: Child;
let ports: { app: number; engine: number };
/** Calls of the job engine that broke off while their work went on. */
let brokenOff = 0;

const url = (port: number) => `http://127.0.0.1:${port}`;
const startJobs = () => startChild("engine-process", { databaseUrl: database.url, appUrl: url(ports.app), port: ports.engine });

beforeAll(async () => {
  database = await createTestDatabase();
  lane = await openLane(database.url);
  ports = { app: await findFreePort(), engine: await findFreePort() };
  const client = createClient(url(ports.engine));
  const answer = serve({ client, functions: [makeRunExports(client, () => lane.engine, 0)] });
  app = http.createServer((request, response) => {
    if (request.method === "POST" && chance.between(0, 1) < 0.35) {
      brokenOff += 1;
      setTimeout(() => request.socket.destroy(), chance.between(5, 200));
    }
    answer(request, response);
  });
  app.listen(ports.app, "127.0.0.1");
  await once(app, "listening");
  jobs = await startJobs();
});
afterAll(async () => {
  await jobs.kill();
  app.closeAllConnections();
  app.close();
  await lane.close();
  await database.drop();
});

const openIntents = () => lane.engine.db.prisma.exportIntent.findMany({ where: { connectionId: lane.connectionId, state: { in: ["pending", "sending", "sent", "uncertain"] } }, select: { waitsUntil: true, leaseUntil: true } });

/** What the schedule does every minute: tells the job engine that exports wait; of two who tell, one is enough. */
async function announce(): Promise<void> {
  const client = createClient(url(ports.engine));
  const event = { name: "export/requested", data: { connectionId: lane.connectionId } };
  await eventually(() => client.send(chance.between(0, 1) < 0.5 ? [event, event] : [event]).then(() => true, () => false));
}

async function untilNoJobRuns(): Promise<void> {
  await eventually(async () => {
    const { rows } = await lane.engine.db.pool.query<{ live: number }>("SELECT count(*)::int AS live FROM engine_run WHERE state = 'live'");
    return rows[0]?.live === 0;
  }, 180_000);
}

test("through the job engine, with calls broken off, events doubled and the engine killed, each of twelve work orders is in Cash once", { timeout: 15 * 60_000 }, async () => {
  const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
  const entered: Entered[] = [];
  for (const seed of seeds) entered.push(await enter(lane, { seed, lacks: { relation: seed % 4 === 0, article: seed % 5 === 0 } }));
  const faults = seeds.flatMap((seed) => drawPlan(seed).faults).filter(({ kind }) => kind !== "pending" && kind !== "refused");
  await lane.sandbox.setFaults(faults);
  lane.arrange({ answerTimeout: 400, version: "2015" });
  await makeDueAll(lane.engine, { connectionId: lane.connectionId, trigger: "schedule", requestedBy: null });

  for (let round = 0; ; round += 1) {
    if (round > mostRounds) throw new Error("The exports never come to an end");
    await announce();
    if (round % 4 === 1) {
      await jobs.kill();
      jobs = await startJobs();
    }
    await untilNoJobRuns();
    await reconnect(lane);
    const open = await openIntents();
    if (open.length === 0) break;
    const moments = open.flatMap(({ waitsUntil, leaseUntil }) => [waitsUntil, leaseUntil].filter((moment) => moment !== null)).filter((moment) => moment > lane.now());
    const [next] = moments.toSorted((one, other) => one.getTime() - other.getTime());
    if (next) await lane.passTo(next);
  }
  expect(brokenOff, "calls broken off").toBeGreaterThan(3);
  for (const one of entered) expect(await judge(lane, one), one.number).toEqual({ state: "finished", problems: [] });
});
