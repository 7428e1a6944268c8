import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../project-folder";
import { longFiles } from "./longest-first";

test.each(longFiles)("%s is there to be begun first", (file) => {
  expect(existsSync(join(projectFolder, file))).toBe(true);
});
