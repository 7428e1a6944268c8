import { once } from "node:events";
import { createServer } from "node:net";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { withAdministrator } from "@/e2e/support/administrator";
import { keepPostgresRunning } from "./keep-running";
import { erasePostgres, findPostgres, isPostgresGone, startPostgres } from "./server";

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

test("a killed server runs again at the same address with all that was committed, until the watch ends; never elsewhere", async () => {
  const server = await startPostgres(folder, "durable");
  const address = server.urlOf("postgres");
  await withAdministrator(address, (client) => client.query("CREATE TABLE note AS SELECT 'committed' AS text"));
  const sentences: string[] = [];
  const end = keepPostgresRunning(folder, "durable", { say: (sentence) => sentences.push(sentence), lookEveryMs: 100 });
  const readNotes = () => withAdministrator(address, async (client) => (await client.query("SELECT text FROM note")).rows);

  process.kill(Number(readFileSync(join(server.dataFolder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  await vi.waitFor(async () => expect(await readNotes()).toEqual([{ text: "committed" }]), { timeout: 45_000, interval: 100 });
  await vi.waitFor(() => expect(sentences).toContain("PostgreSQL ended by itself; it runs again"));

  await end();
  await (await findPostgres(folder))?.stop();
  expect(await isPostgresGone(folder)).toBe(true);

  const port = Number(new URL(address).port);
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  await expect(startPostgres(folder, "durable", { keepsPort: true }), "somebody else has its port").rejects.toThrow(`Port ${port} of the database is taken`);
  other.close();
  await vi.waitFor(async () => expect((await startPostgres(folder, "durable", { keepsPort: true })).urlOf("postgres")).toBe(address), { timeout: 45_000, interval: 200 });
});
