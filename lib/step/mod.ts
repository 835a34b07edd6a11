/** A training step, equation by equation, and both checks of its gradients by finite differences. */
export type { MatrixName } from "../display/symbols.ts";
export type { Cell } from "./cells.ts";
export type { Equation, ResultName, StepName } from "./equations.ts";
export type { FiniteDifference } from "./finite_difference.ts";
export {
  type CheckedElement,
  type CheckedGradient,
  GradientCheck,
  gradientCheck,
  type GradientCheckOptions,
} from "./gradient_check.ts";
export type { Step, StepValues, Walk } from "./step.ts";
export { type Stepper, stepper, type WholeStep } from "./stepper.ts";
export type { StepMatrices } from "./training_step.ts";
export type { Watch } from "./watch.ts";
export type { Term, WrittenOut } from "./written_out.ts";
export { nudged } from "./nudged.ts";
