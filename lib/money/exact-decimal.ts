import { Decimal } from "decimal.js";

/**
 * Decimals without a float and without a limit that real figures reach: ten digits times ten digits with their decimals stay whole.
 * Rounding is the commercial one, half away from zero: 0.005 → 0.01, -0.005 → -0.01, so that a credit takes back exactly what was billed.
 */
export const ExactDecimal = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });
export type ExactDecimal = InstanceType<typeof ExactDecimal>;

/** Decimal text as it is written everywhere: a point, no exponent, no surplus zeros, no minus before zero. `-0.500` → `-0.5`. */
export function writeDecimal(value: ExactDecimal | string): string {
  const exact = new ExactDecimal(value);
  return exact.isZero() ? "0" : exact.toFixed();
}

/** Euros with exactly two decimals, rounded half away from zero. */
export function writeMoney(value: ExactDecimal | string): string {
  const rounded = new ExactDecimal(value).toDecimalPlaces(2);
  return rounded.isZero() ? "0.00" : rounded.toFixed(2);
}

/** The exact sum; zero of nothing. */
export function sumOf(values: readonly (ExactDecimal | string)[]): ExactDecimal {
  return values.reduce<ExactDecimal>((sum, value) => sum.plus(value), new ExactDecimal(0));
}
