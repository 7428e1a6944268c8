import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder";

export type Migration = {
  /** The name of its folder: a time and a subject. */
  readonly name: string;
  readonly script: string;
  /** As Prisma computes it: sha256 of the script, in hexadecimal. */
  readonly checksum: string;
};

const migrationsFolder = join(projectFolder, "prisma", "migrations");

/** The migrations of a folder, oldest first. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    });
}
