import { found } from "../arguments/found.ts";
import { Displayable } from "../display/displayable.ts";
import { numberText } from "../display/numbers.ts";

/**
 * A formula with the numbers of the moment, as a tag before a text in LaTeX. Numbers are
 * written with 4 significant digits, a negative one after an operator in brackets; backslashes need
 * not be doubled.
 *
 * @example
 * ```ts
 * import { formula, show } from "glassnet";
 *
 * const [p, y] = [0.98765, 1];
 * await show(formula`\delta = p - y = ${p} - ${y} = ${p - y}`);
 * await show(formula`w - \alpha \cdot g = 0.5 - 0.1 \cdot ${-0.3}`); // ... \cdot (-0.3)
 * ```
 */
export function formula(strings: TemplateStringsArray, ...values: unknown[]): Displayable {
  const texts = values.map((value, k) => {
    const text = written(value);
    return text.startsWith("-") && operator.test(strings.raw[k]) ? `(${text})` : text;
  });
  const latex = String.raw(strings, ...texts);
  return new Displayable({ "text/latex": `$\\displaystyle ${latex}$`, "text/plain": latex });
}

/** A sign of arithmetic at the end of a text. */
const operator = /(?:[-+]|\\cdot|\\times)\s*$/;

function written(value: unknown): string {
  if (typeof value !== "number") {
    return typeof value === "object" || typeof value === "symbol" ? found(value) : String(value);
  }
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value < 0 ? "-\\infty" : "\\infty";
  const [digits, exponent] = numberText(value, 4, { small: 0, large: Infinity }).split("e");
  return exponent ? `${digits} \\cdot 10^{${Number(exponent)}}` : digits;
}
