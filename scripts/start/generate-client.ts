import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "../file-lock";
import { projectFolder } from "../project-folder";
import type { Variables } from "./environment-file";
import { runToEnd } from "./run-to-end";
import { hashSources } from "./source-hash";
import { systemVariables } from "./system-variables";

const generated = join(projectFolder, "lib", "generated", "prisma");
const hashFile = join(generated, "schema-hash");

/** Generates Prisma's client when the schema, or Prisma itself, changed since the last time. */
export async function generateClient(environment: Variables): Promise<"made" | "up to date"> {
  return withFileLock(join(projectFolder, "node_modules", ".generate.lock"), async () => {
    const hash = hashSources(projectFolder, ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
    if (existsSync(hashFile) && readFileSync(hashFile, "utf8") === hash) return "up to date";
    await runToEnd({
      name: "prisma generate",
      script: [join("node_modules", "prisma", "build", "index.js"), "generate"],
      // Without it every command of Prisma first downloads an engine, which generating does not use; a file of whatever kind will do.
      environment: { ...systemVariables(environment), PRISMA_SCHEMA_ENGINE_BINARY: "package.json", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    });
    writeFileSync(hashFile, hash);
    return "made";
  });
}
