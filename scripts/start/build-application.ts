import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "../file-lock";
import { projectFolder } from "../project-folder";
import type { Variables } from "./environment-file";
import { runToEnd } from "./run-to-end";
import { hashSources } from "./source-hash";
import { systemVariables } from "./system-variables";

/** Everything that changes what `next build` makes, but for `tsconfig.json`, into which Next.js itself writes. */
const sources = [
  ...["app", "components", "lib", "inngest", "prisma/schema", "public"],
  ...["package.json", "package-lock.json", "next.config.ts", "postcss.config.mjs", "proxy.ts", "instrumentation.ts"],
];
const output = join(projectFolder, ".next");
const hashFile = join(output, "source-hash");

/** Builds kept beside the newest, for an application that still runs from one. */
const olderBuildsKept = 1;

export type Build = { readonly folder: string; readonly origin: "built" | "up to date" };

/**
 * Builds the web server unless the sources are as they were, and puts a copy that stands on its own into a folder under
 * `buildsFolder`. Applications run from their copy, so that a later build disturbs none of them. `announce` is called before a
 * build, which takes minutes.
 */
export async function buildApplication(buildsFolder: string, environment: Variables, signal?: AbortSignal, announce?: () => void): Promise<Build> {
  const build = async (): Promise<Build> => {
    const hash = hashSources(projectFolder, sources);
    const isCurrent = existsSync(hashFile) && readFileSync(hashFile, "utf8") === hash;
    const folder = join(buildsFolder, hash);
    if (!isCurrent && !existsSync(folder)) {
      announce?.();
      await runNextBuild(hash, environment, signal);
    }
    if (!existsSync(folder)) copyBuild(buildsFolder, folder);
    utimesSync(folder, new Date(), new Date());
    removeOlder(buildsFolder);
    return { folder, origin: isCurrent ? "up to date" : "built" };
  };
  return withFileLock(join(projectFolder, "node_modules", ".build.lock"), build, { longestMs: 20 * 60_000 });
}

async function runNextBuild(hash: string, environment: Variables, signal: AbortSignal | undefined): Promise<void> {
  await runToEnd(
    {
      name: "next build",
      script: [join("node_modules", "next", "dist", "bin", "next"), "build"],
      environment: systemVariables(environment),
    },
    signal,
  );
  writeFileSync(hashFile, hash);
}

function copyBuild(buildsFolder: string, folder: string): void {
  const unfinished = join(buildsFolder, `unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  cpSync(join(output, "standalone"), unfinished, { recursive: true });
  cpSync(join(output, "static"), join(unfinished, ".next", "static"), { recursive: true });
  const publicFiles = join(projectFolder, "public");
  if (existsSync(publicFiles)) cpSync(publicFiles, join(unfinished, "public"), { recursive: true });
  // Next.js copies it along; the running server gets its variables from the start, and secrets need no second place.
  rmSync(join(unfinished, ".env"), { force: true });
  renameSync(unfinished, folder);
}

function removeOlder(buildsFolder: string): void {
  const builds = readdirSync(buildsFolder).map((name) => join(buildsFolder, name));
  const newestFirst = builds.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const old of newestFirst.slice(1 + olderBuildsKept)) rmSync(old, { recursive: true, force: true });
}
