import { labelledSpans } from "@/components/charts/label-spans";
import type { Frame, Tick } from "@/components/charts/lay-out-bars";
import type { ChartSpan } from "@/components/charts/series";

type AxisProps = { spans: readonly ChartSpan[]; centres: readonly number[]; frame: Frame; base: number; ticks: readonly Tick[]; write: (value: number) => string };

/** How far apart two labels are at least. */
const APART = 50;
/** Half of the widest one: the last is to end within the drawing. */
const HALF_LABEL = 20;

/** The lines to read heights by, and the names of the spans below; the last one, which is going on, is emphasised. */
export function Axis({ spans, centres, frame: { width, left, right }, base, ticks, write }: AxisProps) {
  const labelled = labelledSpans(spans.length, width - left - right, APART);
  return (
    <g fontSize="11" fill="var(--text-3)">
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={left} x2={width} y1={y} y2={y} stroke="var(--chart-grid)" />
          <text x={left - 8} y={y + 4} textAnchor="end">
            {write(value)}
          </text>
        </g>
      ))}
      <line x1={left} x2={width} y1={base} y2={base} stroke="var(--line-strong)" />
      {spans.map(({ label }, index) => {
        if (!labelled.has(index)) return null;
        const isLast = index === spans.length - 1;
        return (
          <text key={index} x={isLast ? Math.min(centres[index] ?? 0, width - HALF_LABEL) : centres[index]} y={base + 18} textAnchor="middle" fontWeight={isLast ? 600 : undefined} fill={isLast ? "var(--text)" : undefined}>
            {label}
          </text>
        );
      })}
    </g>
  );
}
