"use client";

import { useTranslations } from "next-intl";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import { problemParams, problemSentence, type ProblemSentence } from "@/lib/export/problem-words";

type Params = Record<string, string | number>;

/** The parameters of a problem or a warning; the field and the record they name are translated where they are known. */
export function useProblemParams(): (params: Readonly<Params>) => Params {
  const t = useTranslations("exports");
  return (params) => problemParams(t, params);
}

/** Problems and warnings of an export in the person's words. */
export function useProblemSentence() {
  const t = useTranslations("exports");
  const inWords = useProblemParams();
  return {
    problem: (problem: ExportProblem): ProblemSentence => problemSentence(t, problem),
    warning: ({ code, params }: ExportWarning): string => t(`warning.${code}`, inWords(params)),
  };
}
