import { readdirSync } from "node:fs";
import { join } from "node:path";
import { listedMarks } from "@/lib/export/export-list-request";
import { exportMarks } from "@/lib/export/export-standing";
import { runResults } from "@/lib/runs/run-results";
import { projectFolder } from "../../project-folder";

/** The values that stand for a part of an address, by the beginning of the address. */
export type Examples = { readonly workOrder: string; readonly run: string; readonly issue: string; readonly records: Readonly<Record<string, string>> };

/** Lists that are searched or filtered: a word that nearly all have, a part of a document's number, what nobody has, and each mark. */
const narrowed = [
  ...["Bakkerij", "V2026.0", "nobody"].flatMap((search) => [`/exports?search=${search}`, `/work-orders?search=${search}`]),
  ...listedMarks.map((mark) => `/exports?state=${mark}`),
  ...exportMarks.map((mark) => `/work-orders?export=${mark}`),
  ...runResults.map((result) => `/runs?result=${result}`),
  "/runs?integration=easybill",
];

const group = /^\(.*\)$/;

/** The address of every page of the application that somebody who is signed in can open, each with an example of what it shows, and of lists that are narrowed. */
export function listPages(examples: Examples): string[] {
  const root = join(projectFolder, "app", "(app)");
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name === "page.tsx" || name.endsWith("/page.tsx"));
  const addresses = pages.map((name) => `/${name.split("/").slice(0, -1).filter((part) => !group.test(part)).join("/")}`);
  return [...addresses.flatMap((address) => fillIn(address, examples)), ...narrowed].toSorted();
}

function fillIn(address: string, { workOrder, run, issue, records }: Examples): string[] {
  if (address.includes("[vendor]")) return ["cash", "easybill"].map((vendor) => address.replace("[vendor]", vendor));
  if (!address.includes("[id]")) return [address];
  const [, folder = ""] = address.split("/");
  const id = { "work-orders": workOrder, runs: run, issues: issue }[folder] ?? records[folder];
  if (id === undefined) throw new Error(`There is no example for ${address}`);
  const filled = address.replace("[id]", id);
  return [folder === "runs" && filled.endsWith("/records") ? `${filled}?kind=relations&counter=changed` : filled];
}
