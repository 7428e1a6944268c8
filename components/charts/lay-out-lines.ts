import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { Frame, Tick } from "@/components/charts/lay-out-bars";

export type LinePoint = { x: number; y: number; value: number };
export type LineLayout = { lines: { path: string; points: (LinePoint | null)[] }[]; ticks: Tick[]; base: number; centres: number[]; highest: { series: number; span: number } | null };

/** The least that the axis reaches to: a use of two per cent is not to look like a mountain. */
const LEAST_TOP = 0.1;

/** Lines of shares (1 is all of it). `values`: of each series those of each span; null: there was none, and the line has a gap. */
export function layOutLines(values: readonly (readonly (number | null)[])[], spans: number, frame: Frame): LineLayout {
  const base = frame.height - frame.bottom;
  const all = values.flatMap((series, index) => series.flatMap((value, span) => (value === null ? [] : [{ value, series: index, span }])));
  const highest = all.reduce<(typeof all)[number] | null>((best, one) => (one.value > (best?.value ?? 0) ? one : best), null);
  const scale = scaleLinear([0, Math.max(LEAST_TOP, highest?.value ?? 0)], [base, frame.top]).nice(2);
  const place = scalePoint(Array.from({ length: spans }, (_, index) => index), [frame.left, frame.width - frame.right]).padding(0.5);
  const centres = Array.from({ length: spans }, (_, index) => place(index) ?? 0);
  const draw = line<LinePoint | null>().defined((point) => point !== null).x((point) => point?.x ?? 0).y((point) => point?.y ?? 0);
  const lines = values.map((series) => {
    const points = series.map((value, span) => (value === null ? null : { x: centres[span] ?? 0, y: scale(value), value }));
    return { points, path: draw(points) ?? "" };
  });
  return { lines, centres, base, ticks: scale.ticks(2).filter((value) => value > 0).map((value) => ({ value, y: scale(value) })), highest: highest && { series: highest.series, span: highest.span } };
}
