import { isAlive } from "@/scripts/process-alive";
import { withAdministrator } from "./administrator";

const databaseOfProcess = /^(?:test|unfinished)_(\d+)_/;

/** The name of a new database that belongs to this process, and is cleared away once the process is gone. */
export function nameForThisProcess(kind: "test" | "unfinished"): string {
  const random = Math.random().toString(36).slice(2, 10);
  return `${kind}_${process.pid}_${Date.now().toString(36)}${random}`;
}

/** Drops the databases that killed test runs left behind. */
export async function dropLeftovers(administratorUrl: string): Promise<void> {
  await withAdministrator(administratorUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT datname AS name FROM pg_database");
    for (const { name } of rows) {
      const pid = databaseOfProcess.exec(name)?.[1];
      if (pid && !isAlive(Number(pid))) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    }
  });
}
