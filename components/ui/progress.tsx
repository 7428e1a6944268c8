"use client";

import { Progress as RadixProgress } from "radix-ui";

/** How far something is, with its name for those who do not see the bar. `value` null: under way, end unknown. */
export function Progress({ label, value, max = 100 }: { label: string; value: number | null; max?: number }) {
  const share = value === null || max === 0 ? 0 : Math.min(1, value / max);
  return (
    <RadixProgress.Root value={value === null ? null : Math.min(value, max)} max={max || 1} aria-label={label} className="h-1.5 overflow-hidden rounded-full bg-hover">
      <RadixProgress.Indicator
        className={value === null ? "h-full w-1/3 animate-pulse rounded-full bg-chart motion-reduce:w-full motion-reduce:opacity-40" : "h-full rounded-full bg-chart transition-[width] duration-(--slow)"}
        style={value === null ? undefined : { width: `${share * 100}%` }}
      />
    </RadixProgress.Root>
  );
}
