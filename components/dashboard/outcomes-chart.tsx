import { useTranslations } from "next-intl";
import { ResultsChart } from "@/components/dashboard/results-chart";
import { exportResults, type ExportResult } from "@/lib/dashboard/read-exports";
import type { Period } from "@/lib/dashboard/read-period";

const looks = {
  done: { tone: "good", filling: "solid" },
  notSent: { tone: "quiet", filling: "outlined" },
  waiting: { tone: "quiet", filling: "striped" },
  open: { tone: "alert", filling: "hatched" },
  failed: { tone: "alert", filling: "solid" },
} as const;

/** Work orders that became due, over time, by how they stand now. */
export function OutcomesChart({ period, exports }: { period: Period; exports: readonly Readonly<Record<ExportResult, number>>[] }) {
  const t = useTranslations("dashboard.outcomes");
  return (
    <ResultsChart id="outcomes-title" title={t("title")} period={period} looks={looks} results={exportResults} nameOf={(result) => t(result)} named={["done", "failed"]} spans={exports}
      says={(sum) => t("state", { count: sum(exportResults), open: sum(["waiting", "open", "failed"]) })} />
  );
}
