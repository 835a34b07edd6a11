import { CheckResult } from "./check_result.ts";

/** What can be wrong with a training. */
export type Bug = "zeros" | "learning-rate" | "labels" | "scale" | "sum";

/** The reader's diagnoses: one bug for each of the curves a to e. */
export type Answers = Partial<Record<"a" | "b" | "c" | "d" | "e", string>>;

/** Which curve is which. */
const key: Record<string, Bug> = {
  a: "labels",
  b: "scale",
  c: "sum",
  d: "zeros",
  e: "learning-rate",
};

/** What each bug does to the curves, said to whoever named it for another curve. */
const signs: Record<Bug, string> = {
  zeros: "With zeros at the start all hidden units stay alike, and off",
  "learning-rate": "With steps that are too long the loss jumps up and down",
  labels: "With shuffled labels there is nothing to learn",
  scale: "With pixels up to 255 the first sums are huge",
  sum: "With one sum for all units the weights still learn",
};

/** Checks the diagnoses. */
export function findTheBug(answers: Answers): CheckResult {
  const names = Object.keys(key);
  const given = (answers ?? {}) as Record<string, string>;
  const result = (verdict: "right" | "mistake" | "unwritten" | "failed", message: string, mistake?: string) =>
    new CheckResult("findTheBug", { verdict, message, mistake, printed: "" });
  if (names.every((name) => !Object.hasOwn(signs, given[name]))) {
    return result(
      "unwritten",
      "findTheBug is not written yet. Name for each curve, a to e, one of " +
        `${Object.keys(signs).map((bug) => `"${bug}"`).join(", ")}.`,
    );
  }
  const wrong = names.find((name) => given[name] !== key[name]);
  if (!wrong) return result("right", "All five are right.");
  const bug = given[wrong] as Bug;
  return result("mistake", `Curve ${wrong}: ${signs[bug] ?? "no answer"}.`, `not-${bug}`);
}
