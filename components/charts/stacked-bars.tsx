import { useId } from "react";
import { Axis } from "@/components/charts/axis";
import { numberedSpans } from "@/components/charts/label-spans";
import { layOutBars, type BarSegment, type Frame } from "@/components/charts/lay-out-bars";
import { fillOf, Patterns } from "@/components/charts/patterns";
import { toneColours, type ChartSeries, type ChartSpan } from "@/components/charts/series";

type StackedBarsProps = {
  series: readonly ChartSeries[];
  spans: readonly ChartSpan[];
  /** Of each span the value of each series. */
  values: readonly (readonly number[])[];
  frame: Frame;
  title: string;
  description: string;
  write: (value: number) => string;
};

/** A bar's number takes so much room. */
const NUMBER_WIDTH = 36;

/** Bars over time. What it says is read out as one sentence; the numbers themselves stand in the table beside it. */
export function StackedBars({ series, spans, values, frame, title, description, write }: StackedBarsProps) {
  const id = useId();
  const { segments, columns, ticks, base } = layOutBars(values, frame);
  const numbered = numberedSpans(columns.map(({ total }) => total), Math.ceil((NUMBER_WIDTH * spans.length) / (frame.width - frame.left - frame.right)));
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={`${id}-title ${id}-description`} className="block h-auto w-full overflow-visible tabular-nums">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Patterns series={series} id={id} />
      <Axis spans={spans} centres={columns.map(({ centre }) => centre)} frame={frame} base={base} ticks={ticks} write={write} />
      {series.map((one, index) => (
        <path key={one.id} d={segments.filter((segment) => segment.series === index).map(outlineOf).join("")} fill={fillOf(one, id)} stroke={toneColours[one.tone].ink} strokeWidth="1" />
      ))}
      {columns.map(({ centre, top, total }, index) =>
        numbered.has(index) ? (
          <text key={index} x={centre} y={top - 6} textAnchor="middle" fontSize="11" fontWeight="600" fill="var(--text)" stroke="var(--surface)" strokeWidth="3" paintOrder="stroke">
            {write(total)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** All bars of a series are one path. The stroke lies within the bar. */
function outlineOf({ x, y, width, height }: BarSegment): string {
  const [left, top, wide, high] = [x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1)].map((value) => Math.round(value * 10) / 10);
  return `M${left} ${top}h${wide}v${high}h-${wide}z`;
}
