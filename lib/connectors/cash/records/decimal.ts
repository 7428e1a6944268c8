import type { FieldMap } from "../field-map";

export type AmountNotation = Pick<FieldMap, "decimalSeparator" | "plainAmounts">;

/** Digits after the separator that the content can hold. */
const greatestScale = 4;

/**
 * An amount or a quantity of Cash as exact decimal text with a point, without leading zeros: `0017,95` → `17.95`. A minus may stand in
 * front or, as bookkeepers write it, behind. What is no number comes back as it is, so that the check of the content names it.
 * @param isAmount an amount without a separator may be meant in cents; a quantity never is
 */
export function readDecimal(text: string | null, notation: AmountNotation, isAmount: boolean): string | null {
  if (text === null) return null;
  const { decimalSeparator, plainAmounts } = notation;
  const grouped = decimalSeparator === "," ? "." : ",";
  const parts = /^(-?)(\d+)(?:\.(\d+))?(-?)$/.exec(text.replaceAll(" ", "").replaceAll(grouped, "").replace(decimalSeparator, "."));
  if (parts === null || (parts[1] === "-" && parts[4] === "-")) return text;
  const [, before = "", whole = "", decimals, behind = ""] = parts;
  const isCents = decimals === undefined && isAmount && plainAmounts === "cents";
  const digits = isCents ? whole.padStart(3, "0").slice(0, -2) : whole;
  const scale = isCents ? whole.padStart(3, "0").slice(-2) : dropSurplusZeros(decimals ?? "");
  const number = digits.replace(/^0+(?=\d)/, "") + (scale === "" ? "" : `.${scale}`);
  const isNegative = before + behind !== "" && /[1-9]/.test(number);
  return isNegative ? `-${number}` : number;
}

/** Zeros beyond the fourth digit say nothing; other digits there stay, and are refused. */
function dropSurplusZeros(decimals: string): string {
  return /^0*$/.test(decimals.slice(greatestScale)) ? decimals.slice(0, greatestScale) : decimals;
}
