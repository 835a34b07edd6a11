import { found } from "../arguments/found.ts";
import { Displayable } from "../display/displayable.ts";

/**
 * A formula with the numbers of the moment, as a tag before a text in LaTeX. Numbers are
 * written with 4 significant digits; backslashes need not be doubled.
 *
 * @example
 * ```ts
 * import { formula, show } from "glassnet";
 *
 * const [p, y] = [0.98765, 1];
 * await show(formula`\delta = p - y = ${p} - ${y} = ${p - y}`);
 * ```
 */
export function formula(strings: TemplateStringsArray, ...values: unknown[]): Displayable {
  const latex = String.raw(strings, ...values.map(written));
  return new Displayable({ "text/latex": `$\\displaystyle ${latex}$`, "text/plain": latex });
}

function written(value: unknown): string {
  if (typeof value !== "number") {
    return typeof value === "object" || typeof value === "symbol" ? found(value) : String(value);
  }
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value < 0 ? "-\\infty" : "\\infty";
  const [digits, exponent] = String(Number(value.toPrecision(4))).split("e");
  return exponent ? `${digits} \\cdot 10^{${Number(exponent)}}` : digits;
}
