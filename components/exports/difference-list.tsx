import { useTranslations } from "next-intl";
import type { Difference } from "@/lib/connectors/exporter";
import { isExportField } from "@/lib/export/export-fields";

/** Field by field what was sent and what stands at the vendor. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations("exports.difference");
  const fields = useTranslations("exports.field");
  if (differences.length === 0) return null;
  return (
    <dl className="mt-1.5 grid gap-1 text-xs">
      {differences.map(({ field, line, expected, found }, index) => {
        const name = isExportField(field) ? fields(field) : field;
        return (
          <div key={index}>
            <dt className="text-fg-3">{line === undefined ? name : t("inLine", { field: name, line })}</dt>
            <dd className="wrap-anywhere">{t("values", { expected: expected || "–", found: found || "–" })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
