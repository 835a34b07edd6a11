import { found } from "../arguments/found.ts";
import { requireOptions } from "../arguments/options.ts";
import { requireBooleans, requireList } from "../arguments/require.ts";
import { DataError, requirePath } from "./errors.ts";
import { exists, writeAll, writeBeside } from "./write_beside.ts";

/** What {@linkcode writeSubmission} may be told. */
export interface SubmissionOptions {
  /** Replaces a file that is there already. Without it that file is left as it is. */
  overwrite?: boolean;
}

/**
 * Writes what Kaggle's Digit Recognizer takes: a header `ImageId,Label`, then one line an
 * image of `test.csv` with its number, counted from 1, and the digit that the network sees in it.
 *
 * @param path the file to write, such as `"submission.csv"`
 * @param predictions one digit an image, 0 to 9, as {@linkcode predict} gives them
 * @throws {DataError} if a prediction is no digit, there are none, the folder is missing, or the file
 * is there already and `overwrite` is not set
 *
 * @example
 * ```ts
 * import { writeSubmission } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * const path = `${folder}/submission.csv`;
 * await writeSubmission(path, [3, 7, 8]);
 * assertEquals(await Deno.readTextFile(path), "ImageId,Label\n1,3\n2,7\n3,8\n");
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function writeSubmission(
  path: string,
  predictions: ArrayLike<number>,
  options: SubmissionOptions = {},
): Promise<void> {
  requirePath("writeSubmission", path);
  requireList("writeSubmission", "predictions", predictions);
  requireOptions("writeSubmission", options, ["overwrite"]);
  const { overwrite = false } = options;
  requireBooleans("writeSubmission", { overwrite });
  const lines = Array.from(predictions, (digit, i) => {
    if (Number.isInteger(digit) && digit >= 0 && digit <= 9) return `${i + 1},${digit}\n`;
    throw new DataError(
      `writeSubmission expected whole numbers from 0 to 9, but found ${found(digit)} for ImageId ${
        i + 1
      } ` +
        `(predictions[${i}]). Nothing was written.`,
    );
  });
  if (lines.length === 0) {
    throw new DataError("writeSubmission expected one prediction an image, but found none at all.");
  }
  if (!overwrite && await exists(path)) {
    throw new DataError(
      "is there already, and is left as it is. Choose another name, or replace it with " +
        "writeSubmission(path, predictions, { overwrite: true }).",
      { file: path },
    );
  }
  const bytes = new TextEncoder().encode(`ImageId,Label\n${lines.join("")}`);
  try {
    await writeBeside(path, (file) => writeAll(file, bytes), { replace: overwrite });
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new DataError(
      "cannot be written: there is no such folder. Make the folder first, or correct the path.",
      { file: path },
      { cause },
    );
  }
}
