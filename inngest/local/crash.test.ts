import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { type Child, startChild } from "@/e2e/support/job-engine/child";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { createClient } from "@/e2e/support/job-engine/test-app";
import { findFreePort } from "@/scripts/free-port";

let database: TestDatabase;
let pool: pg.Pool;
let children: Child[];
let ports: { app: number; engine: number };

beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on("error", () => {});
  await pool.query("create table trace (run text, what text); create table gate (opened int)");
  children = [];
  ports = { app: await findFreePort(), engine: await findFreePort() };
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await pool.end();
  await database.drop();
});

const url = (port: number) => `http://127.0.0.1:${port}`;
const start = async (child: Promise<Child>) => {
  children.push(await child);
  return child;
};
const startApp = () => start(startChild("app-process", { databaseUrl: database.url, engineUrl: url(ports.engine), port: ports.app }));
const startEngine = (port = ports.engine) => start(startChild("engine-process", { databaseUrl: database.url, appUrl: url(ports.app), port }));
const send = (...events: { name: string; data: object }[]) => createClient(url(ports.engine)).send(events);

const isRegistered = () =>
  eventually(async () => {
    const health = await (await fetch(`${url(ports.engine)}/health`)).json();
    return health.app === "there" && health.functions === 2;
  });
const openGate = () => pool.query("insert into gate values (1)");
const traceOf = async (run: string) => (await pool.query<{ what: string }>("select what from trace where run = $1", [run])).rows.map((row) => row.what);
const hasBegun = (run: string, times = 1) => eventually(async () => (await traceOf(run)).filter((what) => what === "slow begins").length === times);
const states = async () => (await pool.query<{ state: string }>("select state from engine_run order by position")).rows.map((row) => row.state);
const haveCompleted = (count: number) => eventually(async () => (await states()).filter((state) => state === "completed").length === count, 100_000);

const begin = async () => {
  const app = await startApp();
  const engine = await startEngine();
  await isRegistered();
  await send({ name: "patient/asked", data: { name: "A" } });
  await hasBegun("A");
  return { app, engine };
};

test("an engine killed in the middle of a step repeats that step, and nothing else, when it is back", async () => {
  const { engine } = await begin();
  await engine.kill();
  await startEngine();
  await hasBegun("A", 2);
  await openGate();
  await haveCompleted(1);
  expect(await traceOf("A")).toEqual(["first", "slow begins", "slow begins", "last"]);
}, 120_000);

test("an app killed in the middle of a step goes on with that step when it is back, though there are no retries", async () => {
  const { app } = await begin();
  await app.kill();
  await eventually(async () => (await pool.query("select from engine_call where lease_until is null and interruptions = 1 and attempt = 0")).rowCount === 1);
  await startApp();
  await hasBegun("A", 2);
  await openGate();
  await haveCompleted(1);
  expect(await traceOf("A")).toEqual(["first", "slow begins", "slow begins", "last"]);
}, 120_000);

test("when both are killed, everything goes on once both are back", async () => {
  const { app, engine } = await begin();
  await Promise.all([engine.kill(), app.kill()]);
  await startEngine();
  await startApp();
  await hasBegun("A", 2);
  await openGate();
  await haveCompleted(1);
  expect(await traceOf("A")).toEqual(["first", "slow begins", "slow begins", "last"]);
}, 120_000);

test("a sleep goes on while nothing runs", async () => {
  const { app, engine } = await begin();
  await openGate();
  await eventually(async () => (await pool.query("select from engine_call where kind = 'sleep'")).rowCount === 1);
  await Promise.all([engine.kill(), app.kill()]);
  await startApp();
  await startEngine();
  await haveCompleted(1);
  expect(await traceOf("A")).toEqual(["first", "slow begins", "last"]);
}, 120_000);

test("while the app is away its runs wait, and no try is lost", async () => {
  const app = await startApp();
  await startEngine();
  await isRegistered();
  await app.kill();
  await send({ name: "quick/asked", data: { name: "A" } }, { name: "quick/asked", data: { name: "B" } });
  // Long enough for many knocks.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await states()).toEqual(["live", "live"]);
  await startApp();
  await haveCompleted(2);
  expect((await traceOf("A")).sort()).toEqual(["one", "three", "two"]);
}, 120_000);

test("two engines execute every step once", async () => {
  await startApp();
  await Promise.all([startEngine(), startEngine(await findFreePort())]);
  await isRegistered();
  await send(...Array.from({ length: 40 }, (_, index) => ({ name: "quick/asked", data: { name: `run ${index}` } })));
  await haveCompleted(40);
  const { rows } = await pool.query("select run, what, count(*) from trace group by run, what having count(*) <> 1");
  expect(rows).toEqual([]);
  expect((await pool.query("select from trace")).rowCount).toBe(120);
}, 120_000);

test("when one of two engines is killed, the other finishes its work", async () => {
  await startApp();
  await startEngine();
  const other = await startEngine(await findFreePort());
  await isRegistered();
  await send(...Array.from({ length: 40 }, (_, index) => ({ name: "quick/asked", data: { name: `run ${index}` } })));
  await eventually(async () => ((await pool.query("select from trace")).rowCount ?? 0) > 20);
  await other.kill();
  await haveCompleted(40);
  const { rows } = await pool.query("select from trace group by run, what");
  expect(rows).toHaveLength(120);
}, 120_000);

test("an engine that is asked to stop gives back what it has under way", async () => {
  const { engine } = await begin();
  expect(await engine.stop()).toBe(0);
  expect((await pool.query("select from engine_call where lease_until is null and kind = 'discover'")).rowCount).toBe(1);
  expect(await states()).toEqual(["live"]);
}, 120_000);

test("database connections that are lost, again and again, lose nothing", async () => {
  await begin();
  for (let times = 0; times < 30; times++) {
    if (times === 10) await openGate();
    if (times % 5 === 0) await send({ name: "quick/asked", data: { name: `B${times}` } });
    await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%engine_%'");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await haveCompleted(7);
  expect((await traceOf("A")).at(-1)).toBe("last");
}, 120_000);
