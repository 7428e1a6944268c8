import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectFolder } from "@/scripts/project-folder";

const usualPlace = "../shared/vendors/easybill-openapi-1.92.3.json";

/** Where the vendor's description is, if it is there; it is not part of this repository. */
export function findDescription(): { readonly file: string } | { readonly missing: string } {
  const file = path.resolve(projectFolder, process.env.EASYBILL_OPENAPI ?? usualPlace);
  return existsSync(file) ? { file } : { missing: "EasyBill's own description is not here; EASYBILL_OPENAPI names the file" };
}

const queryParameter = z.looseObject({ in: z.literal("query"), name: z.string(), description: z.string().default("") });

/** The two filters whose enumeration does not allow what their description says: a comma list, and a boolean. */
function hasWrongEnumeration(value: unknown): boolean {
  const parameter = queryParameter.safeParse(value).data;
  if (parameter === undefined) return false;
  return parameter.name === "refresh_customer_data" || (parameter.name === "type" && parameter.description.startsWith("Filter documents by type"));
}

/** What was mended, for whoever wants to be sure that it was nothing else. */
export interface MendedDescription {
  readonly description: object;
  readonly droppedFormats: number;
  readonly droppedEnumerations: number;
}

/**
 * Reads the description with its contradictions taken out: date-times are `Y-m-d H:i:s` and not the format `date-time`, and two
 * enumerations forbid what is meant. Nothing else is changed.
 */
export function readDescription(file: string): MendedDescription {
  let droppedFormats = 0;
  let droppedEnumerations = 0;
  const description: unknown = JSON.parse(readFileSync(file, "utf8"), (key, value: unknown) => {
    if (key === "format" && value === "date-time") {
      droppedFormats += 1;
      return undefined;
    }
    if (!hasWrongEnumeration(value)) return value;
    droppedEnumerations += 1;
    return { ...z.record(z.string(), z.unknown()).parse(value), enum: undefined };
  });
  // `enum: undefined` must be gone, not undefined.
  const mended: unknown = JSON.parse(JSON.stringify(description));
  return { description: z.record(z.string(), z.unknown()).parse(mended), droppedFormats, droppedEnumerations };
}
