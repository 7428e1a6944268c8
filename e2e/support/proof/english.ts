import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "@/scripts/project-folder";

type Messages = { [key: string]: string | Messages };
const messages: z.ZodType<Messages> = z.record(z.string(), z.union([z.string(), z.lazy(() => messages)]));

/** The English sentence of a key such as `errors.vendor_slow.message`, with its simple parameters filled in. */
export function english(key: string, parameters: Readonly<Record<string, string | number>> = {}): string {
  const [namespace = "", ...path] = key.split(".");
  const file = join(projectFolder, "lib", "i18n", "messages", "en", `${namespace}.json`);
  let found: string | Messages | undefined = messages.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const part of path) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`There is no English text for ${key}`);
  return Object.entries(parameters).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), found);
}
