import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file with this ending below a folder. */
export function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** The files that hold a text. */
export function findFilesWith(files: readonly string[], text: string): string[] {
  return files.filter((file) => readFileSync(file).includes(text));
}
