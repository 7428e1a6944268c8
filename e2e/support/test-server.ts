import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { shortHash } from "@/scripts/postgres/data-folder";
import { projectFolder } from "@/scripts/project-folder";

/** Apart from the data of any running application: one server for the tests of this project folder and this person. */
export const testServerFolder = join(tmpdir(), `outsmart-test-${shortHash(projectFolder)}-${userInfo().username}`);
