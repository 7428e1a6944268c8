import { once } from "node:events";
import http from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@/e2e/support/database";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { eventKey, signingKey } from "@/e2e/support/job-engine/keys";
import { createClient, startTestApp } from "@/e2e/support/job-engine/test-app";
import { startLocalEngine } from "./engine";

const otherKey = `signkey-test-${"f".repeat(64)}`;
const calls: string[] = [];

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness((client) => [client.createFunction({ id: "guarded", triggers: [{ event: "guarded/asked" }] }, async () => calls.push("guarded"))]);
});
afterAll(() => harness.stop());

test("the app refuses an unsigned call, and takes the engine's", async () => {
  const body = JSON.stringify({ version: 2, event: { name: "guarded/asked", data: {} }, events: [], steps: {}, ctx: { run_id: "x", attempt: 0 } });
  const unsigned = await fetch(`${harness.app.url}/api/inngest?fnId=test-guarded&stepId=step`, { method: "POST", body });
  expect(unsigned.status).toBe(401);
  expect(calls).toEqual([]);
  await harness.client.send({ name: "guarded/asked" });
  await harness.endedRunsOf("guarded");
  expect(calls).toEqual(["guarded"]);
});

test("events with another key are refused", async () => {
  const answer = await fetch(`${harness.engine.url}/e/guess`, { method: "POST", body: JSON.stringify({ name: "guarded/asked" }) });
  expect(answer.status).toBe(401);
  await expect(createClient(harness.engine.url, { eventKey: "guess" }).send({ name: "guarded/asked" })).rejects.toThrow("not ours");
});

test("a registration without the signing key is refused", async () => {
  for (const authorization of ["", "Bearer guess", `Bearer ${signingKey}`]) {
    const answer = await fetch(`${harness.engine.url}/fn/register`, { method: "POST", headers: { authorization }, body: JSON.stringify({ functions: [] }) });
    expect(answer.status).toBe(401);
  }
});

test("there is nothing else to reach", async () => {
  for (const path of ["/", "/v1/events", "/e/", "/fn/register/"]) {
    expect((await fetch(harness.engine.url + path, { method: "POST", body: "{}" })).status).toBe(404);
  }
});

test("an app with another signing key gets no calls, and its runs wait until the keys agree", async () => {
  const database = await createTestDatabase();
  const app = await startTestApp();
  const engine = await startLocalEngine({ databaseUrl: database.url, appUrl: app.url, port: 0, eventKey, signingKey, timing: fastTiming });
  let ran = 0;
  const serveWith = (key: string) => {
    const client = createClient(engine.url, { signingKey: key });
    app.serve(client, [client.createFunction({ id: "kept", triggers: [{ event: "kept/asked" }], retries: 0 }, async () => (ran += 1))]);
    return client;
  };
  const health = async () => (await fetch(`${engine.url}/health`)).json();
  try {
    const client = serveWith(signingKey);
    await eventually(async () => (await health()).functions === 1);
    serveWith(otherKey);
    await client.send({ name: "kept/asked" });
    await eventually(async () => (await health()).app === "away");
    expect(ran).toBe(0);
    serveWith(signingKey);
    await eventually(() => ran === 1);
  } finally {
    await engine.stop();
    await app.stop();
    await database.drop();
  }
});

test("an answer that is not signed counts for nothing", async () => {
  const database = await createTestDatabase();
  const impostor = http.createServer((_request, response) => response.writeHead(200, { "x-inngest-signature": `t=${Math.round(Date.now() / 1000)}&s=00` }).end('"done"'));
  impostor.listen(0, "127.0.0.1");
  await once(impostor, "listening");
  const address = impostor.address();
  const port = typeof address === "object" ? address?.port : 0;
  const engine = await startLocalEngine({ databaseUrl: database.url, appUrl: `http://127.0.0.1:${port}`, port: 0, eventKey, signingKey, timing: fastTiming });
  try {
    await once(impostor, "request");
    await once(impostor, "request");
    expect(await (await fetch(`${engine.url}/health`)).json()).toMatchObject({ app: "away" });
  } finally {
    await engine.stop();
    impostor.close();
    await database.drop();
  }
});
