import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/test/longest-first";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    environment: "node",
    include: ["{lib,inngest,scripts,components,app,prisma,e2e/exports,e2e/failures,e2e/sandbox,e2e/support}/**/*.test.{ts,tsx}"],
    globalSetup: ["e2e/support/global-setup.ts"],
    // Quiet, unless somebody wants to see the process log of what is tested.
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "silent" },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    // More than the two cores of a build server: much of what these tests do is waiting, for a database, a vendor, a process.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Files of one worker share what they import: loading it anew for each took as long as a third of all tests. So no test replaces a module.
    isolate: false,
  },
});
