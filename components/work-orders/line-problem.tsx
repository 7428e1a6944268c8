"use client";

import { useProblemSentence } from "@/components/exports/use-problem-sentence";
import type { ExportProblem } from "@/lib/connectors/export-problems";

/** Below a line: its code, or what keeps it from going out. */
export function LineProblem({ problem, fallback }: { problem: ExportProblem | undefined; fallback: string }) {
  const sentences = useProblemSentence();
  if (!problem) return <span className="block text-xs text-fg-3 tabular-nums">{fallback}</span>;
  return <span className="block text-xs text-alert-text">{sentences.problem(problem).message}</span>;
}
