import { host } from "../host/host.ts";
import type { CheckResult } from "./check_result.ts";

/** A check that is not content, where a grader such as nbgrader counts cells without an error. */
export class NotRightError extends Error {
  override name = "NotRightError";
}

/**
 * Throws unless a check's result is right, if the environment variable `GLASSNET_GRADING` is set.
 * Without permission to look at the environment it counts as not set.
 *
 * @throws {NotRightError} with what the check says
 */
export function failIfGrading(result: CheckResult): void {
  if (!host().environment("GLASSNET_GRADING")) return;
  if (result.verdict !== "right") throw new NotRightError(result.toString());
}
