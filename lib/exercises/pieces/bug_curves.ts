import type { Figure } from "../../figures/figure.ts";
import { trainingGrid } from "../../figures/training_grid.ts";
import { bugTrainings } from "./bug_trainings.ts";
import { curves } from "./find_the_bug.ts";

/**
 * The curves of five trainings, a to e, each of which goes wrong in its own way: the loss, the accuracy,
 * and how far each parameter has moved. They are trained when this is called, in about a second, and
 * are the same every time. `check.findTheBug` takes the diagnoses.
 *
 * @example
 * ```ts
 * import { bugCurves, show } from "glassnet";
 *
 * await show(await bugCurves());
 * ```
 */
export async function bugCurves(): Promise<Figure> {
  const trainings = await bugTrainings();
  return trainingGrid(
    Object.fromEntries(Object.entries(curves).map(([name, bug]) => [name, trainings[bug]])),
  );
}
