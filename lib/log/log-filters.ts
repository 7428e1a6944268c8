import type { z } from "zod";
import type { logFilters } from "@/lib/log/log-filters-schema";

/** `in`: imports and what a vendor told of; `out`: exports; `none`: logins, settings and other acts. */
export const logDirections = ["in", "out", "none"] as const;

export type LogFilters = z.infer<typeof logFilters>;

/** The whole log. */
export const noLogFilters: LogFilters = { integration: null, direction: null, level: null, kind: null, record: null, run: null, workOrder: null, from: null, to: null, search: "" };

/** Whether something is left out. */
export function isLogFiltered(filters: LogFilters): boolean {
  return Object.values(filters).some((value) => value !== null && value !== "");
}

/** The filters as they stand in an address; what is not set is left out. */
export function logAddress(filters: Partial<LogFilters>): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
