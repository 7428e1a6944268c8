"use client";

import { useTranslations } from "next-intl";
import { problemParams } from "@/components/exports/problem-params";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";

export type Sentence = { message: string; remedy: string | null };

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
    problem: ({ code, params }: ExportProblem): Sentence => ({ message: t(`problem.${code}.message`, inWords(params)), remedy: t(`problem.${code}.remedy`, inWords(params)) }),
    warning: ({ code, params }: ExportWarning): string => t(`warning.${code}`, inWords(params)),
  };
}
