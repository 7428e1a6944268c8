import { InFrames } from "@/components/charts/frames";
import { Legend } from "@/components/charts/legend";
import type { ChartSeries } from "@/components/charts/series";
import { StackedBars } from "@/components/charts/stacked-bars";
import { ChartCard } from "@/components/dashboard/chart-card";
import { useChartWords } from "@/components/dashboard/use-chart-words";
import type { Period } from "@/lib/dashboard/read-period";

type BarsCardProps = {
  id: string;
  title: string;
  says: string;
  period: Period;
  series: readonly ChartSeries[];
  /** Of each span the value of each series. */
  values: readonly (readonly number[])[];
  className?: string;
};

/** Amounts over time as stacked bars. A span in which there was nothing is a gap, and a dash in the table. */
export function BarsCard({ id, title, says, period, series, values, className }: BarsCardProps) {
  const { spans, spanHead, totalHead, count } = useChartWords(period);
  const totals = values.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const rows = spans.map(({ fullLabel }, span) => ({
    name: fullLabel,
    cells: [...(values[span] ?? []), totals[span] ?? 0].map((value) => (totals[span] === 0 ? "–" : count(value))),
  }));
  return (
    <ChartCard id={id} title={title} says={says} isEmpty={totals.every((total) => total === 0)} legend={<Legend series={series} />} table={{ heads: [spanHead, ...series.map(({ name }) => name), totalHead], rows }} className={className}>
      <InFrames>{(frame) => <StackedBars series={series} spans={spans} values={values} frame={frame} title={title} description={says} write={count} />}</InFrames>
    </ChartCard>
  );
}
