import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { useId } from "react";
import { Axis } from "@/components/charts/axis";
import type { Frame } from "@/components/charts/lay-out-bars";
import { layOutLines } from "@/components/charts/lay-out-lines";
import type { ChartSpan } from "@/components/charts/series";

/** How lines are told apart: by their strokes and the marks on them. */
const strokes = [
  { dash: undefined, mark: symbolCircle },
  { dash: "5 3", mark: symbolSquare },
  { dash: "1.5 3", mark: symbolTriangle },
  { dash: "8 3 2 3", mark: symbolDiamond },
] as const;

type LinesProps = {
  names: readonly string[];
  spans: readonly ChartSpan[];
  /** Of each line its share in each span (1 is all of it); null: none. */
  values: readonly (readonly (number | null)[])[];
  frame: Frame;
  title: string;
  description: string;
  write: (value: number) => string;
};

/** Lines over time. */
export function Lines({ names, spans, values, frame, title, description, write }: LinesProps) {
  const id = useId();
  const { lines, ticks, base, centres, highest } = layOutLines(values, spans.length, frame);
  const peak = highest && lines[highest.series]?.points[highest.span];
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={`${id}-title ${id}-description`} className="block h-auto w-full overflow-visible tabular-nums">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Axis spans={spans} centres={centres} frame={frame} base={base} ticks={ticks} write={write} />
      {lines.map(({ path, points }, index) => (
        <g key={names[index]} stroke="var(--chart-1)" fill="none">
          <path d={path} strokeWidth="1.5" strokeDasharray={strokeOf(index).dash} />
          {points.map((point, span) => (point ? <path key={span} d={markOf(index)} transform={`translate(${point.x.toFixed(1)} ${point.y.toFixed(1)})`} fill={index === 0 ? "var(--chart-1)" : "var(--surface)"} /> : null))}
        </g>
      ))}
      {peak && peak.value > 0 ? (
        <text x={Math.min(Math.max(peak.x, 14), frame.width - 14)} y={peak.y - 8} textAnchor="middle" fontSize="11" fontWeight="600" fill="var(--text)" stroke="var(--surface)" strokeWidth="3" paintOrder="stroke">
          {write(peak.value)}
        </text>
      ) : null}
    </svg>
  );
}

/** Which stroke and mark is whose. */
export function LinesLegend({ names }: { names: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-fg-2">
      {names.map((name, index) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <svg width="24" height="12" aria-hidden stroke="var(--chart-1)" fill="none">
            <line x1="0" x2="24" y1="6" y2="6" strokeWidth="1.5" strokeDasharray={strokeOf(index).dash} />
            <path d={markOf(index)} transform="translate(12 6)" fill={index === 0 ? "var(--chart-1)" : "var(--surface)"} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

const strokeOf = (index: number) => strokes[index % strokes.length] ?? strokes[0];
const markOf = (index: number) => symbol(strokeOf(index).mark, 20)() ?? "";
