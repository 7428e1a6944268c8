import type { useTranslations } from "next-intl";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import { isExportField, isExportRecord } from "@/lib/export/export-fields";

type Words = ReturnType<typeof useTranslations<"exports">>;
type Params = Record<string, string | number>;

export type ProblemSentence = { message: string; remedy: string | null };

/** The parameters of a problem or a warning of an export; the field and the record they name are translated where they are known. */
export function problemParams(t: Words, { ...params }: Readonly<Params>): Params {
  return {
    ...params,
    ...(isExportField(params.field) ? { field: t(`field.${params.field}`) } : {}),
    ...(isExportRecord(params.record) ? { record: t(`record.${params.record}`) } : {}),
  };
}

/** A problem of an export in a person's words. */
export function problemSentence(t: Words, { code, params }: ExportProblem): ProblemSentence {
  const words = problemParams(t, params);
  return { message: t(`problem.${code}.message`, words), remedy: t(`problem.${code}.remedy`, words) };
}
