import { useTranslations } from "next-intl";
import { ResultsChart } from "@/components/dashboard/results-chart";
import type { Period } from "@/lib/dashboard/read-period";
import { runResults, type RunResult } from "@/lib/dashboard/read-runs";

/** Green is only for what came to its end without an error. */
const looks = {
  succeeded: { tone: "good", filling: "solid" },
  cancelled: { tone: "quiet", filling: "outlined" },
  partial: { tone: "alert", filling: "dotted" },
  stopped: { tone: "alert", filling: "hatched" },
  failed: { tone: "alert", filling: "solid" },
} as const;

/** How syncs ended, over time. */
export function RunsChart({ period, runs }: { period: Period; runs: readonly Readonly<Record<RunResult, number>>[] }) {
  const t = useTranslations("dashboard.runs");
  const states = useTranslations("sync.state");
  return (
    <ResultsChart id="runs-title" title={t("title")} period={period} looks={looks} results={runResults} nameOf={(result) => states(result)} named={["succeeded", "failed"]} spans={runs}
      says={(sum) => t("state", { count: sum(runResults), bad: sum(["partial", "stopped", "failed"]) })} />
  );
}
