import type { RunImport } from "@/lib/runs/run-import";

const isOver = ({ state }: RunImport) => state !== "waiting" && state !== "running";

/**
 * How far a sync is, from 0 to 1, as far as one can know: each import counts the same, and within one the pages do where
 * the vendor says how many there are, else the records against how many there were last time (`expected`, by kind).
 * Null: nothing can be said yet.
 */
export function shareDone(imports: readonly RunImport[], expected: (kind: RunImport["kind"]) => number): number | null {
  if (imports.length === 0) return null;
  const current = imports.find(({ state }) => state === "running");
  const done = imports.filter(isOver).length;
  const within = current ? shareWithin(current, expected(current.kind)) : 0;
  if (within === null && done === 0) return null;
  return (done + (within ?? 0)) / imports.length;
}

function shareWithin({ pages, totalPages, read }: RunImport, expected: number): number | null {
  if (totalPages !== null && totalPages > 0) return Math.min(1, pages / totalPages);
  // There may be more than last time: the bar never says done before it is. Before the first page nobody knows how long the vendor takes.
  if (expected > 0 && read > 0) return Math.min(0.95, read / expected);
  return null;
}
