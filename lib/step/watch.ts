import type { MatrixName } from "./equations.ts";
import { factorText, numberText } from "../display/number_text.ts";
import type { StepMatrices } from "./training_step.ts";

/** The parameters, which a training step changes. */
export type ParameterName = "W1" | "b1" | "W2" | "b2";

/** One parameter, followed through a training step: its value, its gradient, its update. */
export class Watch {
  /** Its value when the step begins. */
  readonly before: number;
  /** How the mean loss changes with it. */
  readonly gradient: number;
  /** Its value after the update. */
  readonly after: number;

  constructor(
    values: StepMatrices,
    readonly name: ParameterName,
    readonly row: number,
    readonly col: number,
    readonly learningRate: number,
  ) {
    this.before = values[name].get(row, col);
    this.gradient = values[`d${name}`].get(row, col);
    this.after = values[`new ${name}`].get(row, col);
  }

  /** What is known of it once the given matrices have been computed. */
  textAt(computed: (name: MatrixName) => boolean): string {
    const place = `[${this.row}, ${this.col}]`;
    const before = `${this.name}${place} = ${numberText(this.before, 6)}`;
    if (!computed(`d${this.name}`)) return before;
    const gradient = `d${this.name}${place} = ${numberText(this.gradient, 4)}`;
    if (!computed(`new ${this.name}`)) return `${before}, ${gradient}`;
    return `${before}, ${gradient}, new ${this.name}${place} = ${numberText(this.before, 6)} - ${
      numberText(this.learningRate)
    } × ${factorText(this.gradient, 4)} = ${numberText(this.after, 6)}`;
  }

  /** A line with all three. */
  toString(): string {
    return this.textAt(() => true);
  }

  /** What Jupyter shows. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "text/plain": this.toString() };
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }
}
