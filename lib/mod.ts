/**
 * Glassnet: a two-layer neural network that you can see through.
 *
 * @module
 */

import "./host/deno.ts";
import { useLibrary } from "./exercises/library.ts";
import { live } from "./notebook/live.ts";
import { checkpoints } from "./saving/checkpoints.ts";
import { accompany } from "./training/companions.ts";

export * from "./core.ts";

export { DataError, type Place } from "./data/errors.ts";
export { readDigits, type ReadOptions } from "./data/read_digits.ts";
export type { ColumnKind, LayoutOptions } from "./data/layout.ts";
export { loadDigits, type LoadOptions } from "./data/load_digits.ts";
export { split, type SplitOptions } from "./data/split.ts";
export { type SubmissionOptions, writeSubmission } from "./data/write_submission.ts";
export { type OnProgress, type Progress, progressLine } from "./data/progress.ts";

export { loadParameters } from "./saving/load_parameters.ts";
export { type SaveOptions, saveParameters } from "./saving/save_parameters.ts";

export * from "./figures/mod.ts";
export * from "./notebook/mod.ts";
export * from "./step/mod.ts";
export * from "./explorer/mod.ts";

export { check, type Checks, type PieceName, type Written } from "./exercises/pieces/mod.ts";
export { bugCurves } from "./exercises/pieces/bug_curves.ts";
export type { Bug } from "./exercises/pieces/bug_trainings.ts";
export type { Answers, Curve } from "./exercises/pieces/find_the_bug.ts";
export type { Check, CheckOptions } from "./exercises/check.ts";
export {
  type AnyFunction,
  type Arguments,
  type Exercise,
  exercise,
  type ExerciseForm,
  type Known,
  type KnownMistake,
  type Question,
  type Way,
} from "./exercises/exercise.ts";
export type { Judgment } from "./exercises/judge.ts";
export type { Verdict } from "./exercises/verdicts.ts";
export { CheckResult } from "./exercises/check_result.ts";
export { Done, done, type DoneRow } from "./exercises/done.ts";
export { language, translate, type Translation } from "./exercises/language.ts";
export { type ExerciseOrName, Hint, hint, hints } from "./exercises/hint.ts";
export { type HintRule, openHints } from "./exercises/open_hints.ts";
export { notWritten, NotWrittenError } from "./exercises/not_written.ts";

useLibrary(import.meta.url);
// A training shows itself in a notebook, and may be kept in a file: see training/companions.ts.
accompany(live, checkpoints);
