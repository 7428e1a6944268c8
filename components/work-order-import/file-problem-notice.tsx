"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { FileProblem } from "@/lib/intake/read-file";

/** Why a file cannot be read, and what to do about it. */
export function FileProblemNotice({ problem }: { problem: FileProblem }) {
  const t = useTranslations("intake.fileProblem");
  const format = useFormatter();
  const { code, ...rest } = problem;
  const params = "columns" in rest ? { columns: format.list(rest.columns, "both") } : rest;
  return (
    <Notice tone="alert" title={t(`${code}.message`, params)}>
      {t(`${code}.remedy`)}
    </Notice>
  );
}
