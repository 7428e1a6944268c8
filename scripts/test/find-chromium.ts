import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Problem } from "../problem";
import type { Variables } from "../start/environment-file";

/** The shell comes first: it draws the same pages in half the time of the whole browser. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplications = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * A Chromium that runs: the one CHROMIUM_PATH names, one of this machine, Playwright's own, else Debian's package, which
 * is then installed. Throws a Problem that says what to do when there is none.
 */
export function findChromium(environment: Variables): string {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Problem(`CHROMIUM_PATH names ${chosen}, which does not run.`);
  }
  const found = candidates(environment).find(runs);
  if (found) return found;
  installDebianPackage();
  const installed = candidates(environment).find(runs);
  if (installed) return installed;
  throw new Problem("The browser tests need Chromium. Install it, or set CHROMIUM_PATH to a Chromium or Chrome of yours.");
}

function candidates({ PATH = "" }: Variables): string[] {
  const inPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return [...inPath, ...macApplications, chromium.executablePath()];
}

/** Asking for its version tells a browser from the stubs some distributions put in its place. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ["--version"], { timeout: 30_000 }).status === 0;
}

function installDebianPackage(): void {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const install = (options: readonly string[]) => {
    const [command = "apt-get", ...rest] = [...asRoot, "apt-get", ...options];
    execFileSync(command, rest, { stdio: ["ignore", "ignore", "inherit"], timeout: 10 * 60_000 });
  };
  for (const name of ["chromium-headless-shell", "chromium"]) {
    try {
      install(["update"]);
      install(["install", "-y", "--no-install-recommends", name]);
      return;
    } catch {
      // Not allowed, or no package of that name: the caller says what to do.
    }
  }
}
