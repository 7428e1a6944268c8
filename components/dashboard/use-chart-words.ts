import { useFormatter, useTranslations } from "next-intl";
import type { ChartSpan } from "@/components/charts/series";
import type { Period } from "@/lib/dashboard/read-period";

/** Up to so many days there is room for the name of the weekday. */
const WEEK = 7;

/** How spans and numbers are written in charts: by the language, in the account's time zone. */
export function useChartWords({ unit, starts }: Period) {
  const format = useFormatter();
  const t = useTranslations("dashboard.chart");
  const short = unit === "hour" ? ("clock" as const) : starts.length <= WEEK ? ({ weekday: "short", day: "numeric" } as const) : ({ day: "numeric", month: "short" } as const);
  const inFull = unit === "hour" ? ("moment" as const) : ("dayAndMonth" as const);
  // One of the two overloads each: a name of a format, or what it consists of.
  const labelOf = (start: Date) => (typeof short === "string" ? format.dateTime(start, short) : format.dateTime(start, short));
  const spans = starts.map((start): ChartSpan => ({ label: labelOf(start), fullLabel: format.dateTime(start, inFull) }));
  return {
    spans,
    spanHead: t(unit),
    totalHead: t("total"),
    count: (value: number) => format.number(value, "count"),
    percent: (value: number) => format.number(value, "percent"),
  };
}

/** The span with the largest of these values. */
export function busiestOf(values: readonly number[]): { index: number; value: number } {
  return values.reduce((best, value, index) => (value > best.value ? { index, value } : best), { index: 0, value: 0 });
}
