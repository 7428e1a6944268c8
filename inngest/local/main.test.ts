import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { eventKey, signingKey } from "@/e2e/support/job-engine/keys";
import { findFreePort } from "@/scripts/free-port";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const start = (variables: Record<string, string>) =>
  spawn(process.execPath, ["--import", "tsx", "inngest/local/main.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      LOG_LEVEL: "silent",
      DATABASE_URL: database.url,
      APP_URL: "http://127.0.0.1:9",
      AUTH_SECRET: "x".repeat(32),
      CREDENTIALS_KEYS: `test:${Buffer.alloc(32).toString("base64")}`,
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
      ...variables,
    },
  });

test("it says where it listens once it is ready, and ends cleanly when asked to", async () => {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const engine = start({ INNGEST_BASE_URL: url });
  const [line] = await once(createInterface({ input: engine.stdout }), "line");
  expect(JSON.parse(String(line))).toEqual({ ready: true, url });
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ ok: true, app: "away", functions: 0 });
  engine.kill("SIGTERM");
  expect(await once(engine, "exit")).toEqual([0, null]);
});

test("without its keys it does not start, and says which is missing", async () => {
  const engine = start({ INNGEST_BASE_URL: `http://127.0.0.1:${await findFreePort()}`, INNGEST_SIGNING_KEY: "" });
  let problem = "";
  engine.stderr.on("data", (chunk: Buffer) => (problem += chunk.toString()));
  const [code] = await once(engine, "close");
  expect(code).not.toBe(0);
  expect(problem).toContain("INNGEST_SIGNING_KEY is missing");
});
