/**
 * A number with a few significant digits, for reading: 0.0123, -4.56, 1.2e-7. Trailing zeros are
 * left out.
 */
export function numberText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(digits));
  if (rounded === 0) return "0";
  const size = Math.abs(rounded);
  if (size < 1e-4 || size >= 1e6) return rounded.toExponential();
  return String(rounded);
}

/** The same as a factor or a term: in brackets where it is negative. */
export function factorText(value: number, digits = 3): string {
  const text = numberText(value, digits);
  return text.startsWith("-") ? `(${text})` : text;
}
