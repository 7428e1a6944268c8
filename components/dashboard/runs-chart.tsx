import { useTranslations } from "next-intl";
import type { ChartSeries } from "@/components/charts/series";
import { BarsCard } from "@/components/dashboard/bars-card";
import type { Period } from "@/lib/dashboard/read-period";
import { runResults, type RunResult } from "@/lib/dashboard/read-runs";

/** Green is only for what came to its end without an error. */
const looks: Readonly<Record<RunResult, Pick<ChartSeries, "tone" | "filling">>> = {
  succeeded: { tone: "good", filling: "solid" },
  cancelled: { tone: "quiet", filling: "outlined" },
  partial: { tone: "alert", filling: "dotted" },
  stopped: { tone: "alert", filling: "hatched" },
  failed: { tone: "alert", filling: "solid" },
};

const bad: readonly RunResult[] = ["partial", "stopped", "failed"];

/** How syncs ended, over time. */
export function RunsChart({ period, runs }: { period: Period; runs: readonly Readonly<Record<RunResult, number>>[] }) {
  const t = useTranslations("dashboard.runs");
  const states = useTranslations("sync.state");
  const sum = (results: readonly RunResult[]) => runs.reduce((total, span) => total + results.reduce((all, result) => all + span[result], 0), 0);
  // What never happened needs no explanation; a success and a failure are always named.
  const shown = runResults.filter((result) => result === "succeeded" || result === "failed" || sum([result]) > 0);
  const series = shown.map((result): ChartSeries => ({ id: result, name: states(result), ...looks[result] }));
  return (
    <BarsCard id="runs-title" title={t("title")} says={t("state", { count: sum(runResults), bad: sum(bad) })} period={period} series={series} values={runs.map((span) => shown.map((result) => span[result]))} />
  );
}
