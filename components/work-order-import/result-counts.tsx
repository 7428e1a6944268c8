import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/count";
import { classNames } from "@/components/ui/class-names";
import type { FileResult } from "@/lib/intake/judge-orders";

const results = ["created", "updated", "unchanged", "wrong"] as const satisfies readonly FileResult[];

/** How many work orders are new, changed, unchanged, wrong. */
export function ResultCounts({ counts }: { counts: Record<FileResult, number> }) {
  const t = useTranslations("intake.import.counts");
  return (
    <dl aria-label={t("label")} className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {results.map((result) => (
        <div key={result} data-result={result}>
          <dt className="text-xs text-fg-3">{t(result)}</dt>
          <dd className={classNames("text-xl font-semibold", result === "wrong" && counts.wrong > 0 && "text-alert-text")}>
            <Count value={counts[result]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
