import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { nearestName } from "../arguments/nearest_name.ts";
import { Displayable } from "../display/displayable.ts";
import { inlineText } from "./inline.ts";
import { choices, type PredictionForm, requireForm, rightAnswer } from "./prediction_form.ts";
import { predictionHtml } from "./prediction_html.ts";
import { tries } from "./tries.ts";

/** A question to commit to before the answer is seen. */
export class Prediction extends Displayable {
  /**
   * A question that has been checked: `prediction` makes it.
   *
   * @param form the question with its answer
   */
  constructor(readonly form: PredictionForm) {
    super();
  }

  /** The question as HTML with its script, and in words. */
  override get bundle(): { "text/html": string; "text/plain": string } {
    return { "text/html": predictionHtml(this.form), "text/plain": this.toString() };
  }

  /** The question, and below it the answer. */
  override toString(): string {
    const options = choices(this.form).map((option) => `\n  - ${inlineText(option)}`).join("");
    return `Predict: ${inlineText(this.form.question)}${options}\n\n` +
      `What you should see: ${inlineText(rightAnswer(this.form))}. ${inlineText(this.form.why)}`;
  }
}

/**
 * A question that the reader answers before seeing the answer: a choice, a sign, a number or a shape. It
 * needs no kernel once it is shown. Without its script it shows the question and, closed, the answer.
 *
 * @param form the question with its answer, or the name of one of the lessons' Trys
 * @throws {ArgumentError} if there is no such Try, or if the question has no right answer
 *
 * @example
 * ```ts
 * import { prediction, show } from "glassnet";
 *
 * await show(prediction("03 eq4-try"));
 * await show(prediction({
 *   kind: "shape",
 *   question: "What is the shape of $W_1 X$?",
 *   right: "10 x m",
 *   why: "`W1` is 10 x 784 and `X` is 784 x m.",
 * }));
 * ```
 */
export function prediction(form: PredictionForm | string): Prediction {
  if (typeof form === "string") return new Prediction(tryCalled(form));
  requireForm(form);
  return new Prediction(form);
}

function tryCalled(name: string): PredictionForm {
  if (Object.hasOwn(tries, name)) return tries[name];
  const nearest = nearestName(name, Object.keys(tries));
  throw new ArgumentError(
    `prediction expected the name of one of the lessons' Trys, such as "01 cut-try", but found ` +
      found(name) + (nearest ? `; did you mean ${JSON.stringify(nearest)}?` : "."),
  );
}
