import { z } from "zod";
import { exportMarks, type ExportMark } from "@/lib/export/export-standing";
import { parameterOf, readPosition, type ListPosition, type SearchParams } from "@/lib/paging/list-request";

/** The marks an export can carry: what was never exported is none. */
export type ListedMark = Exclude<ExportMark, "none">;
export const listedMarks = exportMarks.filter((mark): mark is ListedMark => mark !== "none");

/** Null: not filtered by it. */
export type ExportFilters = {
  /** Number of a work order or a document, or a customer; empty for everything. */
  search: string;
  mark: ListedMark | null;
  /** Id of a vendor. */
  vendor: string | null;
  /** Days on which something happened to it last, in the account's time zone, YYYY-MM-DD, both included. */
  from: string | null;
  to: string | null;
};

/** Everything. */
export const noExportFilters: ExportFilters = { search: "", mark: null, vendor: null, from: null, to: null };

/** Reads the address of the list: search, state, integration, from, to, after, before. What makes no sense counts as not given. */
export function readExportListRequest(parameters: SearchParams): { filters: ExportFilters; position: ListPosition } {
  const of = (name: string) => parameterOf(parameters, name);
  const day = (name: string) => z.iso.date().safeParse(of(name)).data ?? null;
  const position = readPosition(parameters);
  return {
    // A place in the order of another list is none in that of the moments.
    position: position.at !== "start" && Number.isNaN(Date.parse(position.cursor[0])) ? { at: "start" } : position,
    filters: {
      search: of("search").slice(0, 200),
      mark: listedMarks.find((mark) => mark === of("state")) ?? null,
      vendor: /^[a-z0-9-]{1,40}$/.exec(of("integration"))?.[0] ?? null,
      from: day("from"),
      to: day("to"),
    },
  };
}

/** Whether something is left out. */
export function isExportFiltered({ search, mark, vendor, from, to }: ExportFilters): boolean {
  return search !== "" || [mark, vendor, from, to].some((filter) => filter !== null);
}
