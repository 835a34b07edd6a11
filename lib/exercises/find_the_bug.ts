import type { Bug } from "./bug_trainings.ts";
import { CheckResult } from "./check_result.ts";
import type { Verdict } from "./judge.ts";

/** The names of the five trainings of `bugCurves`. */
export type Curve = "a" | "b" | "c" | "d" | "e";

/** The reader's diagnoses: for each of the five trainings what is wrong with it. */
export type Answers = Partial<Record<Curve, string>>;

/** Which training is which. */
export const curves: Record<Curve, Bug> = {
  a: "labels",
  b: "scale",
  c: "sum",
  d: "zeros",
  e: "learning-rate",
};

/** What each bug does to the curves: to be held against what is seen. */
export const signs: Record<Bug, string> = {
  zeros:
    "With zeros at the start every hidden unit is off, so W1, b1 and W2 get no gradient and can't " +
    "move. Do they stand still here?",
  "learning-rate":
    "With steps that are too long the loss begins as usual, and is then thrown up and " +
    "down again and again. Is it here?",
  labels:
    "With shuffled labels the network can only learn the training images by heart: their accuracy " +
    "rises, that of the dev images stays near one in ten. Is it so here?",
  scale:
    "With pixels up to 255 Z1 is huge before the first step: already the loss at iteration 0 is far " +
    "above log(10) = 2.3. Is it here?",
  sum:
    "Each column of A2 sums to 1, and so does each of Y: the sum over all of dZ2 is 0, and b2 can't " +
    "move, while the rest learns. Is it so here?",
};

/** Three hints, each saying more than the one before. */
export const bugHints: readonly [string, string, string] = [
  "Begin with what stands out. Which loss begins far too high? Which parameters do not move at all?",
  "Each bug has one sign of its own. Look at the loss at iteration 0, at how evenly it falls, at the two " +
  "accuracies side by side, and at the parameters that stay where they began.",
  "Zeros hold W1, b1 and W2 in their place, and the sum over everything holds b2. Shuffled labels keep the " +
  "dev accuracy low, steps that are too long throw the loss about, and huge pixels make the first loss huge.",
];

const isBug = (text: unknown): text is Bug => Object.hasOwn(signs, String(text));
const isOpen = (text: unknown) => text === undefined || /^[\s.?]*$/.test(String(text));

/**
 * Checks the diagnoses of the five trainings that go wrong.
 *
 * @param answers for each of a to e what is wrong: "zeros", "learning-rate", "labels", "scale", "sum"
 */
export function findTheBug(answers: Answers): CheckResult {
  const result = (verdict: Verdict, message: string, mistake?: string) =>
    new CheckResult("findTheBug", { verdict, message, mistake, printed: "" });
  const given = Object(answers) as Record<string, unknown>;
  const choice = Object.keys(signs).map((bug) => `"${bug}"`).join(", ");

  const names = Object.keys(curves) as Curve[];
  const stranger = typeof answers === "object" &&
    Object.keys(given).find((name) => !Object.hasOwn(curves, name));
  if (stranger) {
    return result("failed", `There is no curve ${stranger}. The five are ${names.join(", ")}.`);
  }
  const unknown = names.find((name) => !isBug(given[name]) && !isOpen(given[name]));
  if (unknown) {
    return result(
      "failed",
      `Curve ${unknown}: ${JSON.stringify(given[unknown])} is none of ${choice}.`,
    );
  }
  const answered = names.filter((name) => isBug(given[name]));
  const wrong = answered.find((name) => given[name] !== curves[name]);
  if (wrong) {
    const bug = given[wrong] as Bug;
    return result("mistake", `Curve ${wrong} is not "${bug}". ${signs[bug]}`, `not-${bug}`);
  }
  if (answered.length === names.length) return result("right", "All five are right.");
  const open = names.filter((name) => !answered.includes(name)).join(", ");
  return result(
    "unwritten",
    (answered.length > 0 ? `${answered.join(", ")}: right so far. ` : "") +
      `Still open: ${open}. The answers are ${choice}.`,
  );
}
