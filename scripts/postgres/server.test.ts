import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAdministrator } from "@/e2e/support/administrator";
import { ensureDatabase } from "./ensure-database";
import { erasePostgres, findPostgres, startPostgres } from "./server";
import { joinPostgres } from "./shared-server";

let parent: string;
let folder: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "postgres-"));
  chmodSync(parent, 0o755);
  folder = join(parent, "data");
});
afterAll(async () => {
  await erasePostgres(folder);
  rmSync(parent, { recursive: true });
});

test("two starts at once make one server; a later start finds the data again", async () => {
  const [one, other] = await Promise.all([startPostgres(folder, "durable"), startPostgres(folder, "durable")]);
  expect([one.wasStarted, other.wasStarted].sort()).toEqual([false, true]);
  expect(one.urlOf("postgres")).toBe(other.urlOf("postgres"));

  const url = await ensureDatabase(one, "kept");
  await withAdministrator(url, (client) => client.query("CREATE TABLE note AS SELECT 'still here' AS text"));
  await one.stop();
  expect(await findPostgres(folder)).toBeUndefined();

  const again = await startPostgres(folder, "durable");
  const { rows } = await withAdministrator(await ensureDatabase(again, "kept"), (client) => client.query("SELECT text FROM note"));
  expect(rows).toEqual([{ text: "still here" }]);
});

test("data that must last are written through to the disk", async () => {
  const server = await startPostgres(folder, "durable");
  const { rows } = await withAdministrator(server.urlOf("postgres"), (client) =>
    client.query("SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS address"),
  );
  expect(rows).toEqual([{ fsync: "on", commit: "on", address: "127.0.0.1" }]);
});

test("nobody gets in without the password", async () => {
  const server = await startPostgres(folder, "durable");
  const url = new URL(server.urlOf("postgres"));
  url.password = "guessed";
  const client = new pg.Client({ connectionString: url.href });
  await expect(client.connect()).rejects.toThrow("password authentication failed");
});

test("the last that leaves a shared server stops it", async () => {
  const membership = await joinPostgres(folder, "durable");
  expect(await findPostgres(folder)).toBeDefined();
  await membership.leave();
  expect(await findPostgres(folder)).toBeUndefined();
});
