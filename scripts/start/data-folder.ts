import { join } from "node:path";
import { projectFolder } from "../project-folder";

/** Where this installation keeps its data: database, sandboxes, builds and logs. */
export const dataFolder = join(projectFolder, ".data");
