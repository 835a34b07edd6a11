/** When a number is written with an exponent, and whether a whole one is rounded. */
export interface NumberFormat {
  /**
   * Whether whole numbers keep all of their digits.
   *
   * @default {false}
   */
  whole?: boolean;
  /**
   * Numbers nearer to 0 than this get an exponent.
   *
   * @default {1e-4}
   */
  small?: number;
  /**
   * Numbers from here on get an exponent.
   *
   * @default {1e6}
   */
  large?: number;
}

/**
 * A number with a few significant digits, for reading: 0.0123, -4.56, 1.2e-7. Trailing zeros are
 * left out.
 *
 * @param digits how many significant digits
 */
export function numberText(
  value: number,
  digits = 3,
  { whole = false, small = 1e-4, large = 1e6 }: NumberFormat = {},
): string {
  if (!Number.isFinite(value)) return String(value);
  if (whole && Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  return size !== 0 && (size < small || size >= large) ? rounded.toExponential() : String(rounded);
}

/**
 * How many decimals some numbers get, all the same, so that their points stand below each other: as
 * many as give the largest `digits` significant digits. Whole numbers get none.
 *
 * @returns undefined if the numbers need an exponent: the largest is below `small`, or not below `large`
 */
export function commonDecimals(
  values: number[],
  digits: number,
  { small, large }: { small: number; large: number },
): number | undefined {
  const finite = values.filter(Number.isFinite);
  if (finite.every(Number.isInteger)) return 0;
  const most = finite.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (most < small || most >= large) return undefined;
  return Math.max(0, digits - 1 - Math.floor(Math.log10(most)));
}
