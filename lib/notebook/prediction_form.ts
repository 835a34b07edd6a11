import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireOptions } from "../arguments/options.ts";
import { requireList, requireOneOf, requireTexts } from "../arguments/require.ts";

/** What every question has. */
export interface Asked {
  /** The question, as text with `code` and simple formulas between dollars, such as `$W_1$`. */
  question: string;
  /** Why the answer is right, in the same form. */
  why: string;
}

/** A question with some answers to choose from. */
export interface ChoiceQuestion extends Asked {
  /** What kind of question it is. */
  kind: "choice";
  /** What there is to choose from. */
  options: readonly string[];
  /** The option that is right. */
  right: string;
}

/** A question about a sign. */
export interface SignQuestion extends Asked {
  /** What kind of question it is. */
  kind: "sign";
  /** The sign that is right. */
  right: "positive" | "negative" | "zero";
}

/** A question for a number. */
export interface NumberQuestion extends Asked {
  /** What kind of question it is. */
  kind: "number";
  /** The number that is right. */
  right: number;
  /**
   * How far off an answer may be and still count as right.
   *
   * @default {0}
   */
  within?: number;
}

/** A question for the shape of a matrix. */
export interface ShapeQuestion extends Asked {
  /** What kind of question it is. */
  kind: "shape";
  /** The shape, such as `"10 x m"`. */
  right: string;
}

/** A question with one right answer, which `prediction` shows once the reader has committed to one. */
export type PredictionForm = ChoiceQuestion | SignQuestion | NumberQuestion | ShapeQuestion;

/** What a reader can choose from, if the question has choices. */
export function choices(form: PredictionForm): readonly string[] {
  if (form.kind === "choice") return form.options;
  return form.kind === "sign" ? ["positive", "negative", "zero"] : [];
}

/** The right answer in words. */
export function rightAnswer({ right }: Pick<PredictionForm, "right">): string {
  return typeof right === "number"
    ? right.toLocaleString("en-US", { maximumFractionDigits: 6 })
    : right;
}

/**
 * Refuses a form that is not a question with a right answer.
 *
 * @throws {ArgumentError} that says what was expected
 */
export function requireForm(form: PredictionForm): void {
  const names = ["kind", "question", "options", "right", "within", "why"] as const;
  requireOptions<Record<(typeof names)[number], unknown>>("prediction", form as never, names);
  const { kind, question, why } = form;
  requireOneOf("prediction's kind", kind, "choice", "sign", "number", "shape");
  requireTexts("prediction", { question: question ?? null, why: why ?? null });
  const wrong = (expected: string, value: unknown = form.right) =>
    new ArgumentError(`prediction expected ${expected}, but found ${found(value)}.`);
  if (form.kind === "number") {
    if (!Number.isFinite(form.right)) throw wrong("right to be a number");
    const { within = 0 } = form;
    if (!Number.isFinite(within) || within < 0) throw wrong("within to be 0 or more", within);
    return;
  }
  requireTexts("prediction", { right: form.right ?? null });
  if (form.kind === "shape") {
    if (!/^\w+ x \w+$/.test(form.right)) throw wrong('right to be a shape such as "10 x m"');
    return;
  }
  if (form.kind === "choice") {
    requireList("prediction", "options", form.options);
    for (const option of form.options) {
      requireTexts("prediction", { "each option": option ?? null });
    }
  }
  if (!choices(form).includes(form.right)) throw wrong("right to be one of the options");
}
