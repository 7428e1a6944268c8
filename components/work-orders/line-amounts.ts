import type { PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import type { ExportProblem } from "@/lib/connectors/export-problems";

/** What is billed for the lines of a work order, by their position; and what stands in the way of which. */
export type LineAmounts = { lines: ReadonlyMap<number, PricedLine>; leftOut: ReadonlySet<number>; problems: ReadonlyMap<number, ExportProblem> };

export function amountsOf(document: SalesDocument, problems: readonly ExportProblem[]): LineAmounts {
  return {
    lines: new Map(document.lines.flatMap((line) => (line.type === "text" ? [] : [[line.position, line]]))),
    leftOut: new Set(document.leftOut.map(({ position }) => position)),
    problems: new Map(problems.flatMap((problem) => (problem.position === undefined ? [] : [[problem.position, problem]]))),
  };
}
