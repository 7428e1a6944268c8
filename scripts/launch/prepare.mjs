// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Checks Node, installs the dependencies when they are missing or outdated, and lets TypeScript be imported. */
export async function prepare() {
  process.chdir(projectFolder);
  refuseOldNode();
  if (!isInstalled()) install();
  const { register } = await import("tsx/esm/api");
  register();
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/**
 * Whether node_modules holds exactly what the lockfile says. Packages for other platforms may be missing, and so may those
 * that the lockfile lists although nothing asks for them.
 */
function isInstalled() {
  const installedFile = join("node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, extraneous }]) =>
      path === "" || (installed[path] ? installed[path].version === version : Boolean(optional || devOptional || extraneous)),
  );
}

function install() {
  process.stdout.write("Installing the dependencies. This takes a minute or two, once.\n");
  const npm = process.env.npm_execpath;
  const [command, ...options] = npm ? [process.execPath, npm] : ["npm"];
  // Its warnings are about packages of packages, and nobody who only starts the application can do anything about them.
  const { status } = spawnSync(command, [...options, "ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit" });
  if (status === 0) return;
  process.stderr.write("The dependencies could not be installed; npm says why above.\n");
  process.exit(1);
}
