import { startPostgres } from "@/scripts/postgres/server";
import { withAdministrator } from "./administrator";
import { nameForThisProcess } from "./leftovers";
import { ensureTemplate } from "./template";
import { testServerFolder } from "./test-server";

export type TestDatabase = {
  /** The address to connect to, with user and password. */
  readonly url: string;
  /** Removes it, open connections included. */
  drop(): Promise<void>;
};

/**
 * A fresh, migrated, empty PostgreSQL database for one test file, in about 50 ms. The server behind it is shared by all
 * test files; the run's global setup keeps it alive and clears away what a test forgot to drop.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await startPostgres(testServerFolder, "fleeting");
  const template = await ensureTemplate(server);
  const name = nameForThisProcess("test");
  await withAdministrator(server.urlOf("postgres"), (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return {
    url: server.urlOf(name),
    drop: async () => {
      await withAdministrator(server.urlOf("postgres"), (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}
