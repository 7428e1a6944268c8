import { accessSync, constants, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { execFileSync } from "node:child_process";

/** The operating system's user that runs PostgreSQL; `undefined` where it is simply the one who started us. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. As root it therefore runs as `postgres` if the machine has that user, else as
 * `nobody`; as anybody else it runs as that person.
 */
export function chooseServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  return findUser("postgres") ?? findUser("nobody") ?? { uid: 65534, gid: 65534 };
}

function findUser(name: string): ServerUser {
  try {
    const numberOf = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: numberOf("-u"), gid: numberOf("-g") };
  } catch {
    return undefined;
  }
}

/** A folder that lasts and that the server's user can reach, for what cannot lie in a project under a closed home. */
export function lastingFolder(): string {
  try {
    accessSync("/var/lib", constants.W_OK);
    return "/var/lib";
  } catch {
    return "/var/tmp";
  }
}

/** Whether the server's user may walk into this existing folder: every folder above it must let it pass. */
export function canReach(user: ServerUser, folder: string): boolean {
  if (!user) return true;
  for (let place = resolve(folder); ; place = dirname(place)) {
    const { mode, uid, gid } = statSync(place);
    const mayPass = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
    if (!mayPass) return false;
    if (place === dirname(place)) return true;
  }
}
