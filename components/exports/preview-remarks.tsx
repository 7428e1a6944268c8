"use client";

import { useTranslations } from "next-intl";
import { useProblemSentence } from "@/components/exports/use-problem-sentence";
import { Notice } from "@/components/ui/notice";
import type { ExportPreview } from "@/lib/export/export-preview";

/** What stands in the way, what is sent otherwise than it stands on the work order, and why the vendor could not be asked. */
export function PreviewRemarks({ preview: { problems, warnings, error, vendorName: vendor } }: { preview: ExportPreview }) {
  const t = useTranslations("workOrders.preview");
  const errors = useTranslations("errors");
  const sentences = useProblemSentence();
  if (problems.length + warnings.length === 0 && !error) return null;
  return (
    <div className="grid gap-3 px-(--card-x) pb-5">
      {error ? (
        <Notice title={t("notAsked", { vendor })}>
          {errors(`${error.code}.message`, error.params)} {errors(`${error.code}.remedy`, error.params)}
        </Notice>
      ) : null}
      {problems.length > 0 ? (
        <Notice tone="alert" title={t("problems", { count: problems.length })}>
          <ul className="grid gap-1">
            {problems.map((problem, index) => (
              <li key={index}>{sentences.problem(problem).message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice title={t("warnings", { count: warnings.length })}>
          <ul className="grid gap-1">
            {warnings.map((warning, index) => (
              <li key={index} className="wrap-anywhere">
                {sentences.warning({ ...warning, params: { vendor, ...warning.params } })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
