import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type RunningApplication, startApplication } from "../start/application";
import type { Configuration } from "../start/configuration";
import type { Surroundings } from "../start/surroundings";
import { systemVariables } from "../start/system-variables";
import { findChromium } from "./find-chromium";
import { collect, type Stage, type Tally } from "./stage";

const results = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string() }).partial()),
});

export type BrowserStageOptions = {
  /** Decides ports and secrets of an application of the tests' own. */
  readonly decide: () => Promise<Configuration>;
  readonly surroundings: Surroundings;
  /** Where the results are written. */
  readonly folder: string;
  /** Parts of file names; none means all specs. */
  readonly filters: readonly string[];
};

/** Playwright's specs in Chromium, against a whole application that is started for them as `npm start` does it. */
export function browserStage({ decide, surroundings, folder, filters }: BrowserStageOptions): Stage {
  return {
    name: "browser tests",
    async run(signal) {
      const chromiumPath = findChromium(surroundings.environment);
      const configuration = await decide();
      const application = await startApplication(configuration, surroundings);
      try {
        const resultFile = join(folder, "playwright.json");
        const script = [join("node_modules", "@playwright", "test", "cli.js"), "test", "--reporter=list,json", ...filters];
        const environment = {
          ...systemVariables(surroundings.environment),
          ...describeApplication(configuration, application),
          CHROMIUM_PATH: chromiumPath,
          PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile,
        };
        const { code, output } = await collect({ name: "playwright", script, environment, mode: "test" }, signal);
        const tally = existsSync(resultFile) ? countSpecs(JSON.parse(readFileSync(resultFile, "utf8")), code) : { passed: 0, failed: 1 };
        return { tally, report: tally.failed > 0 ? output : "" };
      } finally {
        await application.stop();
      }
    },
  };
}

/** What the specs must know; `e2e/support/application.ts` reads it. */
function describeApplication({ sandboxPorts }: Configuration, { address, databaseUrl }: RunningApplication): Record<string, string> {
  return {
    E2E_APP_URL: address,
    E2E_SANDBOX_URL: `http://127.0.0.1:${sandboxPorts?.cash}`,
    E2E_EASYBILL_SANDBOX_URL: `http://127.0.0.1:${sandboxPorts?.easybill}`,
    E2E_DATABASE_URL: databaseUrl,
  };
}

/** Counts the results of Playwright's JSON reporter. An error outside the specs counts as a failure. */
export function countSpecs(json: unknown, exitCode: number): Tally {
  const { stats, errors } = results.parse(json);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: stats.skipped };
}
