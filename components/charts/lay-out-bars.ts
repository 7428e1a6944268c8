import { scaleBand, scaleLinear } from "d3-scale";

/** The area of a drawing, in its own units, and the room around what is drawn: at the left for the numbers, below for the names of the spans. */
export type Frame = { width: number; height: number; top: number; right: number; bottom: number; left: number };

export type BarSegment = { series: number; x: number; y: number; width: number; height: number };
/** One span: where it stands and how high it reaches. */
export type BarColumn = { x: number; width: number; centre: number; top: number; total: number };
export type Tick = { value: number; y: number };
export type BarLayout = { segments: BarSegment[]; columns: BarColumn[]; ticks: Tick[]; base: number };

/** What is there is seen, however little it is beside the rest: one failed sync among two hundred. */
const LEAST = 3;
const GAP = 1.5;

/** Bars whose parts stand on each other. `values`: of each span those of each series, in whole numbers. */
export function layOutBars(values: readonly (readonly number[])[], frame: Frame): BarLayout {
  const base = frame.height - frame.bottom;
  const totals = values.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const scale = scaleLinear([0, Math.max(1, ...totals)], [base, frame.top]).nice(2);
  const band = scaleBand(values.map((_, index) => index), [frame.left, frame.width - frame.right]).padding(0.36).paddingOuter(0.05);
  const width = Math.min(band.bandwidth(), 40);
  const columns = values.map((parts, index): { column: BarColumn; segments: BarSegment[] } => {
    const centre = (band(index) ?? 0) + band.bandwidth() / 2;
    const x = centre - width / 2;
    let y = base;
    const segments = parts.flatMap((part, series): BarSegment[] => {
      if (part === 0) return [];
      const height = Math.max(LEAST, base - scale(part) - (y < base ? GAP : 0));
      y -= height + (y < base ? GAP : 0);
      return [{ series, x, y, width, height }];
    });
    return { column: { x, width, centre, top: y, total: totals[index] ?? 0 }, segments };
  });
  const ticks = scale.ticks(2).filter((value) => value > 0 && Number.isInteger(value)).map((value) => ({ value, y: scale(value) }));
  return { segments: columns.flatMap(({ segments }) => segments), columns: columns.map(({ column }) => column), ticks, base };
}
