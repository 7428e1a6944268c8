import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "../file-lock";
import { isAlive } from "../process-alive";
import type { Durability } from "./cluster";
import { findPostgres, type PostgresServer, startPostgres } from "./server";

export type Membership = {
  readonly server: PostgresServer;
  /** Says that this process needs the server no more. The last one stops it. */
  leave(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a folder or joins it, and keeps it running until `leave` is called. Several
 * processes use it at once (the application, a command beside it, test runs); the last that leaves stops it. Processes
 * that were killed no longer count.
 */
export async function joinPostgres(folder: string, durability: Durability): Promise<Membership> {
  const members = join(folder, "members");
  mkdirSync(members, { recursive: true });
  const mine = join(members, String(process.pid));
  const exclusively = <Result>(work: () => Promise<Result>) => withFileLock(join(folder, "members.lock"), work);

  const server = await exclusively(async () => {
    writeFileSync(mine, "");
    return startPostgres(folder, durability);
  });
  const leave = () =>
    exclusively(async () => {
      rmSync(mine, { force: true });
      if (countMembers(members) > 0) return;
      await (await findPostgres(folder))?.stop();
    });
  return { server, leave };
}

function countMembers(members: string): number {
  let alive = 0;
  for (const pid of readdirSync(members)) {
    if (isAlive(Number(pid))) alive += 1;
    else rmSync(join(members, pid), { force: true });
  }
  return alive;
}
