import { describe, expect, it } from "vitest";
import { labelledSpans, numberedSpans } from "@/components/charts/label-spans";
import { layOutBars, type Frame } from "@/components/charts/lay-out-bars";
import { layOutLines } from "@/components/charts/lay-out-lines";

const frame: Frame = { width: 340, height: 200, top: 20, right: 0, bottom: 30, left: 40 };

describe("stacked bars", () => {
  it("stand on each other without covering one another, within the drawing", () => {
    const { segments, base } = layOutBars([[10, 5, 5], [0, 20, 0]], frame);
    const first = segments.slice(0, 3);
    expect(first.map(({ series }) => series)).toEqual([0, 1, 2]);
    for (const [index, { y, height }] of first.entries()) expect(y + height).toBeLessThanOrEqual(first[index - 1]?.y ?? base);
    for (const { x, y, width } of segments) {
      expect(y).toBeGreaterThanOrEqual(frame.top - 1);
      expect(x).toBeGreaterThanOrEqual(frame.left);
      expect(x + width).toBeLessThanOrEqual(frame.width);
    }
  });

  it("show the one that failed among hundreds that did not", () => {
    const { segments } = layOutBars([[2_000, 1]], frame);
    expect(segments.find(({ series }) => series === 1)?.height).toBeGreaterThanOrEqual(3);
  });

  it("are gaps where there was nothing", () => {
    const { segments, columns, base } = layOutBars([[0, 0], [3, 0]], frame);
    expect(segments).toHaveLength(1);
    expect(columns.map(({ total, top }) => [total, top === base])).toEqual([[0, true], [3, false]]);
  });

  it("are read by whole numbers, however few there are", () => {
    for (const most of [0, 1, 2, 7, 186, 1_713]) {
      const { ticks } = layOutBars([[most]], frame);
      expect(ticks.length).toBeGreaterThan(0);
      for (const { value, y } of ticks) expect([Number.isInteger(value), y >= frame.top - 1]).toEqual([true, true]);
    }
  });
});

describe("lines", () => {
  it("have gaps where nothing is known, and name their highest point", () => {
    const { lines, highest } = layOutLines([[0.1, null, 0.3, 0.2], [0.05, 0.4, 0.1, 0.1]], 4, frame);
    expect(lines[0]?.points.map((point) => point?.value ?? null)).toEqual([0.1, null, 0.3, 0.2]);
    expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
    expect(highest).toEqual({ series: 1, span: 1 });
  });

  it("make no mountain of a small use", () => {
    const { lines, base } = layOutLines([[0.01, 0.02]], 2, frame);
    const heights = lines[0]?.points.map((point) => base - (point?.y ?? base)) ?? [];
    expect(Math.max(...heights)).toBeLessThan((frame.height - frame.top - frame.bottom) / 2);
  });

  it("are nothing without anything", () => {
    expect(layOutLines([], 3, frame)).toMatchObject({ lines: [], highest: null });
    expect(layOutLines([[null, null]], 2, frame)).toMatchObject({ lines: [{ path: "" }], highest: null });
  });
});

describe("labels", () => {
  it("keep their distance and end with the span that is going on", () => {
    expect([...labelledSpans(7, 300, 40)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...labelledSpans(30, 300, 50)]).toEqual([4, 9, 14, 19, 24, 29]);
  });

  it("stand on the highest bar, and on the last one where there is room beside it", () => {
    expect([...numberedSpans([1, 9, 2, 5], 2)]).toEqual([1, 3]);
    expect([...numberedSpans([1, 2, 9, 5], 2)]).toEqual([2]);
    expect([...numberedSpans([0, 0, 0], 1)]).toEqual([]);
    expect([...numberedSpans([4, 1, 0], 1)]).toEqual([0]);
  });
});
