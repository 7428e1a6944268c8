import http from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { eventKey, signingKey } from "@/e2e/support/job-engine/keys";
import { startLocalEngine } from "./engine";
import { registrationBearer } from "./signature";

let database: TestDatabase;
let app: http.Server;
let appUrl: string;
beforeAll(async () => {
  database = await createTestDatabase();
  app = http.createServer().listen(0, "127.0.0.1");
  await once(app, "listening");
  const address = app.address();
  appUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(async () => {
  app.closeAllConnections();
  app.close();
  await database.drop();
});

const start = (registrationGrace: number) =>
  startLocalEngine({ databaseUrl: database.url, appUrl, port: 0, eventKey, signingKey, timing: { ...fastTiming, registrationGrace } });

/** The next time the app is asked for its functions. */
async function nextKnock(): Promise<http.ServerResponse> {
  for (;;) {
    const [request, response]: [http.IncomingMessage, http.ServerResponse] = await new Promise((resolve) => app.once("request", (...both) => resolve(both)));
    if (request.method === "PUT") return response;
    response.end();
  }
}

test("an engine that ends lets the app finish the registration it has asked for", async () => {
  const knock = nextKnock();
  const engine = await start(60_000);
  const response = await knock;
  const stopped = engine.stop();
  const answer = await fetch(`${engine.url}/fn/register`, { method: "POST", headers: { authorization: registrationBearer(signingKey) }, body: '{"functions":[]}' });
  expect(answer.status).toBe(200);
  response.end("{}");
  await stopped;
});

test("an app that does not finish keeps no engine from ending", async () => {
  const knock = nextKnock();
  const engine = await start(100);
  await knock;
  await engine.stop();
  await expect(fetch(`${engine.url}/health`)).rejects.toThrow();
});
