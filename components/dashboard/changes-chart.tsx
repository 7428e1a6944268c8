import { useFormatter, useTranslations } from "next-intl";
import { differentLook, type ChartSeries } from "@/components/charts/series";
import { BarsCard } from "@/components/dashboard/bars-card";
import { busiestOf, useChartWords } from "@/components/dashboard/use-chart-words";
import type { RecordChanges } from "@/lib/dashboard/read-changes";
import type { DashboardIntegration } from "@/lib/dashboard/read-integrations";
import type { Period } from "@/lib/dashboard/read-period";

type ChangesChartProps = { period: Period; changes: RecordChanges; integrations: readonly DashboardIntegration[]; className?: string };

/** Records that syncs created, changed or deactivated, over time by integration, and in words by import. */
export function ChangesChart({ period, changes: { spans: changed, kinds }, integrations, className }: ChangesChartProps) {
  const t = useTranslations("dashboard.changes");
  const kindNames = useTranslations("sync.kind");
  const format = useFormatter();
  const { spans, count } = useChartWords(period);
  const linked = integrations.flatMap(({ connectionId, name }) => (connectionId === null ? [] : [{ id: connectionId, name }]));
  const series = linked.map(({ id, name }, index): ChartSeries => ({ id, name, ...differentLook(index) }));
  const values = changed.map((span) => linked.map(({ id }) => span[id] ?? 0));
  const totals = values.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const { index, value: most } = busiestOf(totals);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const byKind = format.list(kinds.map(({ kind, count: number }) => t("kind", { kind: kindNames(kind), number: count(number) })), { type: "unit" });
  return <BarsCard id="changes-title" title={t("title")} says={`${t("state", { count: all, most, span: spans[index]?.fullLabel ?? "" })} ${byKind}`} period={period} series={series} values={values} className={className} />;
}
