import { defineConfig } from "@playwright/test";
import { application } from "./e2e/support/application";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results/browser",
  // Two halves for two cores, each one after the other and about equally long. Specs that use the demo account or the sandbox's
  // switches are in the first; those in `apart` have an account or an application of their own, which some hand on to the next.
  workers: 2,
  projects: [
    { name: "shared", testIgnore: "apart/**", workers: 1 },
    { name: "apart", testMatch: "apart/**/*.spec.ts", workers: 1 },
  ],
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL: application.address,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    // What fades has colours on the way that are nobody's, and nothing says when it begins.
    contextOptions: { reducedMotion: "reduce" },
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: application.chromiumPath,
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  },
});
