import { buildApplication } from "../start/build-application";
import type { Variables } from "../start/environment-file";
import type { Stage } from "./stage";

/** Builds the web server for the browser tests. It counts only when it fails. */
export function buildStage(environment: Variables, buildsFolder: string): Stage {
  return {
    name: "build",
    async run(signal) {
      await buildApplication(buildsFolder, environment, signal);
      return { tally: { passed: 0, failed: 0 }, report: "" };
    },
  };
}
