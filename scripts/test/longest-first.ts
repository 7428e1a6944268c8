import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { projectFolder } from "../project-folder";

/** Files that take a minute or more, or wait long for processes to end; the longest first. */
export const longFiles: readonly string[] = [
  "e2e/exports/easybill/exactly-once.test.ts",
  "e2e/exports/cash/exactly-once.test.ts",
  "e2e/exports/job-engine.test.ts",
  "e2e/failures/failures.test.tsx",
  "lib/webhooks/deliveries.test.ts",
  "inngest/local/crash.test.ts",
  "e2e/exports/cash/two-hundred-work-orders.test.ts",
  "lib/export/random-fates.test.ts",
  "lib/issues/sync-issues.test.ts",
  "lib/sync/deactivation.test.ts",
  "lib/sync/within.test.ts",
  "lib/sync/full-pass.test.ts",
];

/**
 * Begins with the long files: one that began last would be waited for by workers that have nothing left to do. A clone knows nothing of
 * earlier runs, and without that the runner would go by the size of a file, which says little: the longest are among the smallest.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const place = new Map(longFiles.map((file, index) => [join(projectFolder, file), index]));
    const placeOf = ({ moduleId }: TestSpecification) => place.get(moduleId) ?? longFiles.length;
    return others.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
