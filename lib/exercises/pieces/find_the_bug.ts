import type { Bug } from "./bug_trainings.ts";
import { question } from "../exercise.ts";
import type { Judgment } from "../judge.ts";

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

const isBug = (text: unknown): text is Bug => Object.hasOwn(signs, String(text));
const isOpen = (text: unknown) => text === undefined || /^[\s.?]*$/.test(String(text));

/**
 * Judges the diagnoses of the five trainings that go wrong. Only when all five are given it says how many
 * are right, and not which: so nobody finds them by asking for one at a time.
 */
function judge(answers: unknown): Judgment {
  const given = Object(answers) as Record<string, unknown>;
  const choice = Object.keys(signs).map((bug) => `"${bug}"`).join(", ");
  const names = Object.keys(curves) as Curve[];
  const stranger = typeof answers === "object" &&
    Object.keys(given).find((name) => !Object.hasOwn(curves, name));
  if (stranger) {
    return {
      verdict: "failed",
      message: `There is no curve ${stranger}. The five are ${names.join(", ")}.`,
    };
  }
  const unknown = names.find((name) => !isBug(given[name]) && !isOpen(given[name]));
  if (unknown) {
    return {
      verdict: "failed",
      message: `Curve ${unknown}: ${JSON.stringify(given[unknown])} is none of ${choice}.`,
    };
  }
  const open = names.filter((name) => isOpen(given[name]));
  if (open.length > 0) {
    return {
      verdict: "unwritten",
      message:
        `Still open: ${open.join(", ")}. The answers are ${choice}. The check says how many are ` +
        "right when all five are given.",
    };
  }
  const twice = names.find((name, k) =>
    names.some((other, j) => j < k && given[other] === given[name])
  );
  if (twice) {
    return {
      verdict: "failed",
      message: `"${
        given[twice]
      }" is given more than once. Each of the five trainings has another bug.`,
    };
  }
  const right = names.filter((name) => given[name] === curves[name]).length;
  if (right === names.length) return { verdict: "right", message: "All five are right." };
  // Each is asked of its own curve, the right ones too: so what is asked gives nothing away.
  const asked = names.map((name) => `${name}: ${signs[given[name] as Bug]}`).join("\n");
  return { verdict: "wrong", message: `${right} of the five are right. Look again:\n${asked}` };
}

question({
  name: "findTheBug",
  notebook: "06",
  hints: [
    "Begin with what stands out. Which loss begins far too high? Which parameters do not move at all?",
    "Each bug has one sign of its own. Look at the loss at iteration 0, at how evenly it falls, at the two " +
    "accuracies side by side, and at the parameters that stay where they began.",
    "Zeros hold W1, b1 and W2 in their place, and the sum over everything holds b2. Shuffled labels keep the " +
    "dev accuracy low, steps that are too long throw the loss about, and huge pixels make the first loss huge.",
  ],
  judge,
});
