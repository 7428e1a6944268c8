import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { collect, type Stage, type Tally } from "./stage";

const results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Unit and integration tests, on the tests' own PostgreSQL. `filters` are parts of file names. */
export function vitestStage(environment: Readonly<Record<string, string>>, folder: string, filters: readonly string[]): Stage {
  const resultFile = join(folder, "vitest.json");
  const options = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${resultFile}`];
  const script = [join("node_modules", "vitest", "vitest.mjs"), ...options, ...filters];
  return {
    name: "unit tests",
    async run(signal) {
      const { code, output } = await collect({ name: "vitest", script, environment, mode: "test" }, signal);
      const tally = existsSync(resultFile) ? countTests(JSON.parse(readFileSync(resultFile, "utf8")), code) : { passed: 0, failed: 1 };
      return { tally, report: tally.failed > 0 ? output : "" };
    },
  };
}

/**
 * Counts the results of vitest's JSON reporter. A file that fails without a failing test in it (it could not be loaded)
 * and a run that fails although every test passed (an error outside the tests) count as one failure each.
 */
export function countTests(json: unknown, exitCode: number): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = results.parse(json);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  ).length;
  const failed = numFailedTests + brokenFiles;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: numPendingTests };
}
