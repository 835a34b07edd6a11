import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireBooleans, requireList } from "../arguments/require.ts";
import { requirePath } from "./path.ts";
import { writeFile } from "./write_file.ts";

/** What {@linkcode writeSubmission} may be told. */
export interface SubmissionOptions {
  /**
   * Replaces a file that is there already. Without it that file is left as it is.
   *
   * @default false
   */
  overwrite?: boolean;
}

/**
 * Writes what Kaggle's Digit Recognizer takes: a header `ImageId,Label`, then one line an
 * image of `test.csv` with its number, counted from 1, and the digit that the network sees in it.
 *
 * @param path the file to write, such as `"submission.csv"`
 * @param predictions one digit an image, 0 to 9, as {@linkcode predict} gives them
 * @throws {ArgumentError} if a prediction is not a digit, or there are no predictions
 * @throws {DataError} if the folder is missing, or the file is there already and `overwrite` is not set
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
  const { overwrite } = optionsOf("writeSubmission", options, { overwrite: false });
  requireBooleans("writeSubmission", { overwrite });
  const lines = Array.from(predictions, (digit, i) => {
    if (Number.isInteger(digit) && digit >= 0 && digit <= 9) return `${i + 1},${digit}\n`;
    throw new ArgumentError(
      `writeSubmission expected whole numbers from 0 to 9, but found ${found(digit)} for ImageId ${
        i + 1
      } ` +
        `(predictions[${i}]). Nothing was written.`,
    );
  });
  if (lines.length === 0) {
    throw new ArgumentError(
      "writeSubmission expected one prediction an image, but found none at all.",
    );
  }
  const how = "writeSubmission(path, predictions, { overwrite: true })";
  const text = `ImageId,Label\n${lines.join("")}`;
  await writeFile(path, new TextEncoder().encode(text), { overwrite, how });
}
