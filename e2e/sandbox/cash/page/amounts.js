/** `12,50` → 125000n, in ten-thousandths; what is missing is nothing. */
function toUnits(text = "0") {
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:,(\d{1,4}))?$/.exec(text) ?? ["", "", "0"];
  const units = BigInt(whole + decimals.padEnd(4, "0"));
  return sign === "-" ? -units : units;
}

/** What a line comes to, in cents: quantity × price less discount, rounded half away from zero. Nothing without a price. */
export function lineCents({ 2410: quantity, 2267: price, 2002: discount }) {
  if (price === undefined) return undefined;
  const divisor = 10n ** 12n;
  const exact = toUnits(quantity) * toUnits(price) * (1_000_000n - toUnits(discount));
  const size = ((exact < 0n ? -exact : exact) * 2n + divisor) / (divisor * 2n);
  return exact < 0n ? -size : size;
}

/** Cents as people read them: `1.234,50`. */
export function writeCents(cents) {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${cents < 0n ? "-" : ""}${whole},${digits.slice(-2)}`;
}
