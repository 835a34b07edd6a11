import { Displayable } from "../display/displayable.ts";
import { factorText, numberText } from "../display/numbers.ts";
import type { MatrixName } from "../display/symbols.ts";
import type { ParameterName } from "../network/parameters.ts";
import type { StepMatrices } from "./training_step.ts";

/** One parameter, followed through a training step: its value, its gradient, its update. */
export class Watch extends Displayable {
  /** Its value when the step begins. */
  readonly before: number;
  /** How the mean loss changes with it. */
  readonly gradient: number;
  /** Its value after the update. */
  readonly after: number;

  /** A number to follow: `watch` of a stepper makes it. */
  constructor(
    values: StepMatrices,
    readonly name: ParameterName,
    readonly row: number,
    readonly col: number,
    readonly learningRate: number,
  ) {
    super();
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
  override toString(): string {
    return this.textAt(() => true);
  }
}
