/** Over which time figures are shown: hours of the last day, days of the last week or month. */
export const dashboardRanges = ["24h", "7d", "30d"] as const;
export type DashboardRange = (typeof dashboardRanges)[number];

export type SpanUnit = "hour" | "day";

/** The spans a range consists of; the last one is the one that is going on. */
export const spansOf: Readonly<Record<DashboardRange, { unit: SpanUnit; count: number }>> = {
  "24h": { unit: "hour", count: 24 },
  "7d": { unit: "day", count: 7 },
  "30d": { unit: "day", count: 30 },
};
