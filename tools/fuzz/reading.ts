/** What `readDigits` makes of a file, and whether that is right. */
import { createHash } from "node:crypto";
import type { Digits } from "../../lib/training/digits.ts";
import { DataError, readDigits } from "glassnet";
import type { CsvCase } from "./csv_cases.ts";

/** What pandas makes of a file: see `read_csv.py`. */
export type Verdict = { digits: string } | { other: string } | { refused: string };

/** What became of a case; `finding` says what is wrong, if anything is. */
export interface Outcome {
  what: "read" | "refused in the header" | "refused in a row";
  finding?: string;
}

/** Reads a case's file and compares with pandas. */
export async function readCase(
  { wrong }: CsvCase,
  file: string,
  verdict: Verdict,
): Promise<Outcome> {
  try {
    const found = hashOf(await readDigits(file, { onProgress: () => {} }));
    const finding = "digits" in verdict
      ? found === verdict.digits ? undefined : "read as other numbers than pandas reads"
      : `read, but pandas: ${Object.values(verdict)[0]}`;
    return { what: "read", finding };
  } catch (error) {
    const what = error instanceof DataError && error.line! > 1
      ? "refused in a row"
      : "refused in the header";
    return { what, finding: refusalFinding(error, file, wrong) };
  }
}

/** What is wrong with a refusal, if anything is. */
function refusalFinding(
  error: unknown,
  file: string,
  wrong: CsvCase["wrong"],
): string | undefined {
  if (!(error instanceof DataError)) return `not a DataError but ${error}`;
  const { line, column, message } = error;
  // An original file (IDX) has neither lines nor columns.
  if (error.file === file && line === undefined && /its head says|original MNIST/.test(message)) {
    return;
  }
  if (error.file !== file || !(line! >= 1) || !(column! >= 1)) return `names no place: ${message}`;
  if (!message.startsWith(`${file}, line ${line}, column ${column}`)) {
    return `says no place: ${message}`;
  }
  if (message.length > file.length + 500) return `${message.length} characters are too many`;
  if (wrong && (line !== wrong.line || column !== wrong.column)) {
    return `expected line ${wrong.line}, column ${wrong.column}: ${message}`;
  }
}

/** The hash of the digits, as `read_csv.py` makes it. */
export function hashOf({ X, labels, count }: Digits): string {
  const hash = createHash("sha256").update(labels ? "785" : "784");
  for (let j = 0; j < count; j++) {
    if (labels) hash.update(labels.subarray(j, j + 1));
    hash.update(X.pixels!.image(j));
  }
  return hash.digest("hex");
}
