import { numberText } from "../matrix/number_text.ts";

export { numberText };

/** A number as a factor or a term of a sum: in brackets if it is negative. */
export function factorText(value: number, digits = 3): string {
  const text = numberText(value, digits);
  return text.startsWith("-") ? `(${text})` : text;
}

/** A number with 4 significant digits, or null if it is not finite: Plotly leaves a gap there. */
export function round(value: number, digits = 4): number | null {
  const rounded = Number(value.toPrecision(digits));
  return Number.isFinite(rounded) ? rounded : null;
}

/** A digit with its article: "a 7", "an 8". */
export function aDigit(digit: number): string {
  return `${digit === 8 ? "an" : "a"} ${digit}`;
}

/** A whole number as text, with commas between the thousands: 41,000. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** A share from 0 to 1 as a percentage: whole from 10% to 99%, else with one decimal. */
export function percent(share: number): string {
  const value = share * 100;
  if (!Number.isFinite(value)) return "?";
  if (value > 0 && value < 0.05) return "under 0.1%";
  if (value < 100 && value >= 99.95) return "over 99.9%";
  return value === 0 || value === 100 || (value >= 10 && value < 99)
    ? `${Math.round(value)}%`
    : `${value.toFixed(1)}%`;
}
