import type { ChartSeries } from "@/components/charts/series";
import { BarsCard } from "@/components/dashboard/bars-card";
import type { Period } from "@/lib/dashboard/read-period";

type Looks = Pick<ChartSeries, "tone" | "filling">;

type ResultsChartProps<Result extends string> = {
  id: string;
  title: string;
  period: Period;
  /** What can come of it, in the order in which the bars are stacked. */
  looks: Readonly<Record<Result, Looks>>;
  results: readonly Result[];
  nameOf: (result: Result) => string;
  /** Those that are named even where there were none: what never happened otherwise needs no explanation. */
  named: readonly Result[];
  /** Of each span how many came to what. */
  spans: readonly Readonly<Record<Result, number>>[];
  /** What the chart says, from how many there were of some results. */
  says: (sum: (of: readonly Result[]) => number) => string;
};

/** What came of something, over time. */
export function ResultsChart<Result extends string>({ id, title, period, looks, results, nameOf, named, spans, says }: ResultsChartProps<Result>) {
  const sum = (of: readonly Result[]) => spans.reduce((total, span) => total + of.reduce((all, result) => all + span[result], 0), 0);
  const shown = results.filter((result) => named.includes(result) || sum([result]) > 0);
  const series = shown.map((result): ChartSeries => ({ id: result, name: nameOf(result), ...looks[result] }));
  return <BarsCard id={id} title={title} says={says(sum)} period={period} series={series} values={spans.map((span) => shown.map((result) => span[result]))} />;
}
