import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { findFreePort } from "../free-port";
import { configure } from "./configuration";
import { makeSecrets } from "./environment-file";

const given = { ...makeSecrets(), PORT: "0" };
const decide = (more: Record<string, string> = {}) => configure({ ...given, ...more }, "production", "/nowhere");

test("without anything said there is a local engine and two sandboxes, each at a port of its own", async () => {
  const { engineAddress, sandboxPorts, variables, databaseUrl, port, address } = await decide();
  expect(databaseUrl).toBeUndefined();
  expect(address).toBe(`http://localhost:${port}`);
  expect(variables).toMatchObject({
    SANDBOX: "1",
    INNGEST_DEV: "0",
    INNGEST_BASE_URL: engineAddress,
    INNGEST_SIGNING_KEY: given.INNGEST_SIGNING_KEY,
    CASH_WSDL_URL: `http://127.0.0.1:${sandboxPorts?.cash}/?api/3.0/wsdl`,
    CASH_FIELD_MAP: `{"orderUrl":"http://127.0.0.1:${sandboxPorts?.cash}/#/2400/{number}?administration={administration}"}`,
    EASYBILL_API_URL: `http://127.0.0.1:${sandboxPorts?.easybill}/rest/v1`,
    PORT: String(port),
  });
});

test("SANDBOX=0 leaves the vendors' real addresses alone", async () => {
  const { sandboxPorts, variables } = await decide({ SANDBOX: "0" });
  expect(sandboxPorts).toBeUndefined();
  expect(variables).not.toHaveProperty("CASH_WSDL_URL");
  expect(variables).not.toHaveProperty("CASH_FIELD_MAP");
  expect(variables).not.toHaveProperty("EASYBILL_API_URL");
  expect(variables.SANDBOX).toBe("0");
});

test("INNGEST_BASE_URL and DATABASE_URL take the place of what would be started", async () => {
  const { engineAddress, databaseUrl, variables } = await decide({
    INNGEST_BASE_URL: "https://inngest.example",
    DATABASE_URL: "postgresql://db.example/outsmart",
  });
  expect(engineAddress).toBeUndefined();
  expect(databaseUrl).toBe("postgresql://db.example/outsmart");
  expect(variables.INNGEST_BASE_URL).toBe("https://inngest.example");
});

test("the engine's keys are made for one start where the configuration has none", async () => {
  const { variables } = await configure(
    { AUTH_SECRET: given.AUTH_SECRET, CREDENTIALS_KEYS: given.CREDENTIALS_KEYS, PORT: "0" },
    "production",
    "/nowhere",
  );
  expect(variables.INNGEST_SIGNING_KEY).toMatch(/^signkey-prod-/);
});

test("the application gets the variables it knows, and nothing else of the environment", async () => {
  const { variables, sandboxVariables } = await decide({ AWS_SECRET_ACCESS_KEY: "theirs", SANDBOX_CASH_RELATIONS: "5000" });
  expect(variables).not.toHaveProperty("AWS_SECRET_ACCESS_KEY");
  expect(variables).not.toHaveProperty("SANDBOX_CASH_RELATIONS");
  expect(sandboxVariables).toEqual({ SANDBOX_CASH_RELATIONS: "5000" });
});

test("a port that is taken is told in one sentence, with a way out", async () => {
  const port = await findFreePort();
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  await expect(decide({ PORT: String(port) })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that, or choose another port: PORT=${port + 1} npm start`,
  );
  server.close();
});

test("every wrong variable has a sentence of its own", async () => {
  await expect(decide({ PORT: "many" })).rejects.toThrow('PORT must be a number from 0 to 65535; it is "many".');
  const wrong = decide({ AUTH_SECRET: "short", SANDBOX: "maybe", SYNC_INTERVAL_MINUTES: "0" });
  await expect(wrong).rejects.toThrow(/AUTH_SECRET must have[^]*SYNC_INTERVAL_MINUTES must be[^]*SANDBOX must be 0 or 1/);
});
