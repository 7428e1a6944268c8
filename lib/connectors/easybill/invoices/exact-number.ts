import { AppError } from "@/lib/errors";

/** Significant digits that survive as a JSON number, whoever reads it. */
const GREATEST_DIGITS = 15;

/** Whether a decimal text comes back the same after it was a JSON number. */
export function isExactNumber(text: string): boolean {
  const digits = text.replace(/^-?0*|[.]/g, "");
  return digits.length <= GREATEST_DIGITS && String(Number(text)) === text;
}

/**
 * A decimal text as the number that JSON carries: EasyBill takes amounts as numbers.
 * @throws AppError unexpected when it would be another number; a prepared invoice holds none such
 */
export function toExactNumber(text: string): number {
  if (!isExactNumber(text)) throw new AppError("unexpected", { kind: "system", detail: { reason: "not exact as a number", text } });
  return Number(text);
}
