import { ExactDecimal } from "@/lib/money/exact-decimal";
import type { ExportOptions } from "@/lib/connectors/export-settings";

export type RoundingStep = ExportOptions["roundingMinutes"];

/**
 * Minutes of one period as they are billed: up to the next whole step, never down. What is a whole step already stays, and nothing stays
 * nothing. Each period is rounded by itself, not their sum.
 * @param step minutes; 0: as worked
 */
export function roundMinutes(minutes: number, step: RoundingStep): number {
  return step === 0 ? minutes : Math.ceil(minutes / step) * step;
}

/** Minutes as hours with exactly two decimals, half up: 20 → 0.33, 50 → 0.83. */
export function hoursOf(minutes: number): string {
  return new ExactDecimal(minutes).dividedBy(60).toFixed(2);
}
