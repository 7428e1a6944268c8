import { type PostgresServer, startPostgres } from "@/scripts/postgres/server";
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
  const name = nameForThisProcess("test");
  const server = await copyTemplate(name).catch(() => {
    // Another run may have replaced the template by one of newer migrations.
    source = undefined;
    return copyTemplate(name);
  });
  return {
    url: server.urlOf(name),
    drop: async () => {
      await withAdministrator(server.urlOf("postgres"), (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}

type Source = { readonly server: PostgresServer; readonly template: string };

/** Found once by each process: to ask for it again takes several connections and processes. */
let source: Promise<Source> | undefined;

async function findSource(): Promise<Source> {
  const server = await startPostgres(testServerFolder, "fleeting");
  return { server, template: await ensureTemplate(server) };
}

/** Out: the server that has the new database. */
async function copyTemplate(name: string): Promise<PostgresServer> {
  source ??= findSource();
  const { server, template } = await source;
  await withAdministrator(server.urlOf("postgres"), (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return server;
}
