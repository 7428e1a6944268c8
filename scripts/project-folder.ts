import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this project: the folder of `package.json`. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
