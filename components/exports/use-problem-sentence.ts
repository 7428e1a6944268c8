"use client";

import { useTranslations } from "next-intl";
import { isExportField, isExportRecord } from "@/components/exports/export-fields";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";

export type Sentence = { message: string; remedy: string | null };

/** Problems and warnings of an export in the person's words; the fields they name are translated where they are known. */
export function useProblemSentence() {
  const t = useTranslations("exports");
  const inWords = ({ ...params }: Readonly<Record<string, string | number>>) => ({
    ...params,
    ...(isExportField(params.field) ? { field: t(`field.${params.field}`) } : {}),
    ...(isExportRecord(params.record) ? { record: t(`record.${params.record}`) } : {}),
  });
  return {
    problem: ({ code, params }: ExportProblem): Sentence => ({ message: t(`problem.${code}.message`, inWords(params)), remedy: t(`problem.${code}.remedy`, inWords(params)) }),
    warning: ({ code, params }: ExportWarning): string => t(`warning.${code}`, inWords(params)),
  };
}
