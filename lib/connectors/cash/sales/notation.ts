import { ExactDecimal } from "@/lib/money/exact-decimal";
import type { FieldMap } from "../field-map";

/** `2026-11-21` → `261121`; null for a day that Cash's two digits of the year cannot hold. */
export function writeDate(day: string): string | null {
  const parts = /^20(\d\d)-(\d\d)-(\d\d)$/.exec(day);
  return parts === null ? null : parts.slice(1).join("");
}

/** Digits filled up with zeros, as Cash keeps numbers; null for what is no number of this length. */
export function writeNumber(text: string, length: number): string | null {
  const digits = text.trim().replace(/^0+(?=\d)/, "");
  return /^\d+$/.test(digits) && digits.length <= length ? digits.padStart(length, "0") : null;
}

/** A decimal with a comma and two decimals at least; null when its whole part is too long for Cash. */
export function writeDecimal(value: ExactDecimal, { wholeDigits, decimalSeparator }: Pick<FieldMap, "wholeDigits" | "decimalSeparator">): string | null {
  const text = value.isZero() ? "0.00" : value.toFixed(Math.max(2, value.decimalPlaces()));
  const whole = text.replace("-", "").split(".")[0] ?? "";
  return whole.length > wholeDigits ? null : text.replace(".", decimalSeparator);
}
