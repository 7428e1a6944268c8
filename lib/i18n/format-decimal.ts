import type { RegionalLocale } from "@/lib/i18n/locales";

/** A decimal number as text with a point, as the database has it. */
type DecimalOptions = { minimumFractionDigits?: number; maximumFractionDigits?: number; currency?: "EUR" };

/**
 * Writes a decimal as the language does. It goes from text to text: `Intl` takes decimal text exactly, so that no amount
 * ever passes through a float.
 */
export function formatDecimal(value: string, locale: RegionalLocale, { minimumFractionDigits = 0, maximumFractionDigits = 4, currency }: DecimalOptions = {}): string {
  if (!isDecimal(value)) return value;
  const style = currency ? { style: "currency" as const, currency } : {};
  return new Intl.NumberFormat(locale, { ...style, minimumFractionDigits, maximumFractionDigits: Math.max(minimumFractionDigits, maximumFractionDigits) }).format(value);
}

/** An amount of money: two digits after the mark, four where the price has them. */
export function formatMoney(value: string, locale: RegionalLocale): string {
  return formatDecimal(value, locale, { minimumFractionDigits: 2 });
}

/** The sign between whole and fraction. */
export function decimalMark(locale: RegionalLocale): "," | "." {
  return new Intl.NumberFormat(locale).format(1.5).includes(",") ? "," : ".";
}

function isDecimal(value: string): value is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(value);
}
