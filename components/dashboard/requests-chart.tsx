import { useTranslations } from "next-intl";
import { InFrames } from "@/components/charts/frames";
import { Lines, LinesLegend } from "@/components/charts/lines";
import { ChartCard } from "@/components/dashboard/chart-card";
import { busiestOf, useChartWords } from "@/components/dashboard/use-chart-words";
import type { DashboardIntegration } from "@/lib/dashboard/read-integrations";
import type { Period } from "@/lib/dashboard/read-period";
import type { Requests } from "@/lib/dashboard/read-requests";

type RequestsChartProps = { period: Period; requests: readonly Readonly<Record<string, Requests>>[]; integrations: readonly DashboardIntegration[] };

const MINUTES = 60;

/** How much of what a vendor allows in an hour was used, over time; of a day its busiest hour. */
export function RequestsChart({ period, requests, integrations }: RequestsChartProps) {
  const t = useTranslations("dashboard.requests");
  const { spans, spanHead, percent, count } = useChartWords(period);
  const lines = integrations.flatMap(({ connectionId, name, budget }) => (connectionId === null || budget === null ? [] : [{ id: connectionId, name, perHour: budget.perMinute * MINUTES }]));
  const shares = lines.map(({ id, perHour }) => requests.map((span): number | null => (span[id] ? span[id].busiestHour / perHour : null)));
  const { index, value: share } = busiestOf(spans.map((_, span) => Math.max(0, ...shares.map((line) => line[span] ?? 0))));
  const says = t(period.unit, { share, span: spans[index]?.fullLabel ?? "" });
  const rows = spans.map(({ fullLabel }, span) => ({
    name: fullLabel,
    cells: lines.flatMap(({ id }, line) => {
      const found = requests[span]?.[id];
      return found ? [percent(shares[line]?.[span] ?? 0), count(found.all)] : ["–", "–"];
    }),
  }));
  const heads = [spanHead, ...lines.flatMap(({ name }) => [name, t("count", { vendor: name })])];
  return (
    <ChartCard id="requests-title" title={t("title")} says={says} isEmpty={share === 0} legend={<LinesLegend names={lines.map(({ name }) => name)} />} table={{ heads, rows }}>
      <InFrames>{(frame) => <Lines names={lines.map(({ name }) => name)} spans={spans} values={shares} frame={frame} title={t("title")} description={says} write={percent} />}</InFrames>
    </ChartCard>
  );
}
