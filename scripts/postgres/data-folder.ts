import { createHash } from "node:crypto";
import { chownSync, existsSync, lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem";
import { canReach, lastingFolder, type ServerUser } from "./server-user";

/**
 * Where the database files of `folder` lie: in `folder/postgres`, or, when the server's user cannot reach that (a
 * project under a closed home), in a folder of its own under `/var/lib` that is named after it. Creates both.
 */
export function prepareDataFolder(folder: string, user: ServerUser): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const data = canReach(user, folder) ? join(folder, "postgres") : join(lastingFolder(), `outsmart-${shortHash(folder)}-postgres`);
  if (!existsSync(data)) {
    mkdirSync(data, { mode: 0o700 });
    if (user) chownSync(data, user.uid, user.gid);
  }
  const { uid } = lstatSync(data);
  const expected = user?.uid ?? process.getuid?.();
  if (expected !== undefined && uid !== expected) {
    throw new Problem(`The database in ${data} belongs to another user (${uid}, not ${expected}). Start as that user.`);
  }
  return data;
}

/** Twelve hexadecimal digits that stand for a text. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
