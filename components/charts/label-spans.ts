/**
 * Which spans are labelled below an axis: the last one always, and of those before it every so many that no two come closer than `apart`.
 * In: their number, and how wide the axis is in the same units.
 */
export function labelledSpans(spans: number, width: number, apart: number): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil((apart * spans) / width));
  return new Set(Array.from({ length: spans }, (_, index) => index).filter((index) => (spans - 1 - index) % step === 0));
}

/** Which bars carry their number: the highest one, and the last one unless it stands right beside that. In: the totals. */
export function numberedSpans(totals: readonly number[], room: number): ReadonlySet<number> {
  const highest = totals.reduce((best, total, index) => (total > (totals[best] ?? 0) ? index : best), 0);
  const last = totals.length - 1;
  const isFar = last - highest >= room;
  return new Set([highest, ...(isFar ? [last] : [])].filter((index) => (totals[index] ?? 0) > 0));
}
