import { useTranslations } from "next-intl";
import type { ChartSeries } from "@/components/charts/series";
import { BarsCard } from "@/components/dashboard/bars-card";
import { exportResults, type ExportResult } from "@/lib/dashboard/read-exports";
import type { Period } from "@/lib/dashboard/read-period";

const looks: Readonly<Record<ExportResult, Pick<ChartSeries, "tone" | "filling">>> = {
  done: { tone: "good", filling: "solid" },
  notSent: { tone: "quiet", filling: "outlined" },
  waiting: { tone: "quiet", filling: "striped" },
  open: { tone: "alert", filling: "hatched" },
  failed: { tone: "alert", filling: "solid" },
};

const unsettled: readonly ExportResult[] = ["waiting", "open", "failed"];

/** Work orders that became due, over time, by how they stand now. */
export function OutcomesChart({ period, exports }: { period: Period; exports: readonly Readonly<Record<ExportResult, number>>[] }) {
  const t = useTranslations("dashboard.outcomes");
  const sum = (results: readonly ExportResult[]) => exports.reduce((total, span) => total + results.reduce((all, result) => all + span[result], 0), 0);
  const shown = exportResults.filter((result) => result === "done" || result === "failed" || sum([result]) > 0);
  const series = shown.map((result): ChartSeries => ({ id: result, name: t(result), ...looks[result] }));
  return (
    <BarsCard id="outcomes-title" title={t("title")} says={t("state", { count: sum(exportResults), open: sum(unsettled) })} period={period} series={series} values={exports.map((span) => shown.map((result) => span[result]))} />
  );
}
