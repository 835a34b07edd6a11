import { CheckResult } from "./check_result.ts";
import { type Answers, findTheBug } from "./find_the_bug.ts";
import { failIfGrading } from "./grading.ts";
import { latest } from "./latest.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { nearestName } from "../arguments/nearest_name.ts";
import { requireOptions } from "../arguments/options.ts";
import type { Piece, PieceName } from "./piece.ts";
import { pieces } from "./pieces.ts";
import { checkAll, type Checked } from "./run_pieces.ts";

/** What a check may be told besides the function. */
export interface CheckOptions {
  /**
   * What the function uses, by name. In a notebook the check finds it by itself; in a plain script
   * it can't see what the script has declared: `{ uses: { helper } }`.
   */
  uses?: Record<string, unknown>;
}

/** The reader's function, of whatever arguments. */
export type Written = (...args: never[]) => unknown;

/** A check for each piece. */
export type Checks =
  & {
    readonly [Name in Exclude<PieceName, "findTheBug">]: (
      written: Written,
      options?: CheckOptions,
    ) => Promise<CheckResult>;
  }
  & { readonly findTheBug: (answers: Answers) => Promise<CheckResult> };

/**
 * Checks a piece that the reader has written: `await check.dW2(dW2)`. The function is tried on small
 * matrices and on real digits, and the answer is one of five:
 *
 * - `"right"`, with the distance from the reference and a picture of the result;
 * - `"mistake"`, one that is known: its name, what is wrong and where to look;
 * - `"wrong"`, one that is not known: the first element that differs;
 * - `"unwritten"`, where the stub is still there;
 * - `"failed"`, where there is no result: it threw, returned nothing, did not end.
 *
 * The function runs in a process of its own, which may only read, for a few seconds and
 * with little memory; so nothing that it does reaches the notebook. What it uses of the notebook, of
 * Glassnet and of itself is taken along.
 *
 * @example
 * ```ts
 * import { check, type Matrix, matmul, transpose } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const dW2 = (dZ2: Matrix, A1: Matrix) => matmul(dZ2, transpose(A1));
 * const result = await check.dW2(dW2);
 * assertEquals([result.verdict, result.mistake], ["mistake", "one-over-m-missing"]);
 * assertEquals(result.message, "This is m times too large: the 1/m is missing.");
 * ```
 */
export const check: Checks = withNearestName({
  ...Object.fromEntries(pieces.map((piece) => [
    piece.name,
    (written: unknown, options?: CheckOptions) => shownWhenDone(checked(piece, written, options)),
  ])),
  findTheBug: (answers: Answers) => shownWhenDone(Promise.resolve(kept(findTheBug(answers)))),
} as Checks);

/** A name that is not there gives an error with the nearest one, and not "is not a function". */
function withNearestName(checks: Checks): Checks {
  return new Proxy(checks, {
    get(target, name, receiver) {
      // Languages and tools ask for then and toJSON, to see what they have before them.
      if (typeof name === "symbol" || name in target || /^(then|toJSON)$/.test(name)) {
        return Reflect.get(target, name, receiver);
      }
      const names = Object.keys(target);
      const nearest = nearestName(name, names);
      throw new ArgumentError(
        `There is no check.${name}.${
          nearest ? ` Did you mean check.${nearest}?` : ""
        } The checks ` +
          `are ${names.join(", ")}.`,
      );
    },
  });
}

/** The function that was checked last, as text, of each piece. */
const sources = new Map<PieceName, string>();

/**
 * After an error in its cell a function is still the old one, and so it is before the cell was run.
 * Neither can be seen from here; that nothing has changed can.
 */
function noteOn(piece: PieceName, { verdict, source }: Checked): string {
  const isSame = source !== undefined && sources.get(piece) === source;
  if (source !== undefined) sources.set(piece, source);
  return isSame && verdict !== "right"
    ? "This is the same function as at the last check. Have you changed it since? Then run its " +
      "cell, and if an error shows there, mend that first."
    : "";
}

async function checked(
  piece: Piece,
  written: unknown,
  options: CheckOptions = {},
): Promise<CheckResult> {
  requireOptions(`check.${piece.name}`, options, ["uses"]);
  const [result] = await checkAll(piece, [written], options);
  return kept(new CheckResult(piece.name, result, noteOn(piece.name, result)));
}

/** Shows the result also where `await` was forgotten. */
function shownWhenDone(result: Promise<CheckResult>): Promise<CheckResult> {
  const display = Symbol.for("Jupyter.display");
  const shown = async () =>
    ((await result) as unknown as Record<symbol, () => Record<string, unknown>>)[display]();
  return Object.assign(result, { [display]: shown });
}

function kept(result: CheckResult): CheckResult {
  latest.set(result.piece, result);
  failIfGrading(result);
  return result;
}
