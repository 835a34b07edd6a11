import { nearestName } from "../arguments/nearest_name.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { DataError, quote } from "./errors.ts";
import { orderedNames } from "./pixel_names.ts";

const pixelNames = Array.from({ length: PIXELS }, (_, p) => `pixel${p}`);

/** The column names of a file: `label` where it has labels, then `pixel0` to `pixel783`. */
export function columnNames(labelled: boolean): string[] {
  return labelled ? ["label", ...pixelNames] : pixelNames;
}

/**
 * Checks a CSV's first row.
 *
 * @returns whether the file has labels
 * @throws {DataError} that says which column is missing, misspelt, there twice, or too many
 */
export function checkHeader(found: string[], file: string): boolean {
  const labelled = found[0] !== pixelNames[0];
  const expected = columnNames(labelled);
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    if (found[i] === expected[i]) continue;
    throw new DataError(whatIsWrong(found, expected, i), { file, line: 1, column: i + 1 });
  }
  return labelled;
}

function whatIsWrong(found: string[], expected: string[], i: number): string {
  const known = whatItHas(found);
  if (known) return `expected the header label,pixel0,...,pixel783, but ${known}`;
  const name = quote(found[i]);
  if (i === 0) {
    const wanted =
      `expected the header's first name, "label" (or "pixel0" in a file without labels)`;
    return `${wanted}, but found ${name}. ${hint(found)}`;
  }
  if (i >= expected.length) {
    return `expected ${expected.length} names in the header, but found ${found.length}: ` +
      `${name} is one too many. Remove the column.`;
  }
  const wanted = `expected ${quote(expected[i])} in the header, but`;
  if (i >= found.length) {
    return `${wanted} it ends after ${found.length} of ${expected.length} names. ` +
      "Was the file cut off, or a column removed?";
  }
  const before = found.indexOf(found[i]);
  if (before < i) return `${wanted} found ${name} again, which is also column ${before + 1}.`;
  if (found[i] === expected[i + 1]) {
    return `${wanted} found ${name}: the column ${quote(expected[i])} is missing.`;
  }
  return `${wanted} found ${name}. Is it misspelt? The names are label, pixel0, pixel1, ... pixel783.`;
}

function hint(found: string[]): string {
  if (found.length === 1 && /[;\t]/.test(found[0])) return "Separate the values by commas.";
  if (found.length === 1 && found[0] === "") return "Line 1 is blank: remove it.";
  return "Is it misspelt, or is the column missing?";
}

/** What other files have in place of our header, and how to read them. Undefined for any other. */
function whatItHas(found: string[]): string | undefined {
  const names = found.map((name) => name.trim());
  if (/^imageid,label$/i.test(names.join())) {
    return "this is a submission: the answers for Kaggle, without an image. The images are in " +
      "train.csv and test.csv.";
  }
  if (names.length > 1 && names.every((name) => /^[\d.]+$/.test(name))) return bareNumbers(names);
  const from = names.findIndex((_, i) => orderedNames(names.slice(i, i + PIXELS)) === PIXELS);
  if (from < 0 || names.length > PIXELS + 10) return undefined;
  const first = names[from];
  const others = names.toSpliced(from, PIXELS);
  const labels = others.filter(isLabel);
  if (labels.length > 1) return undefined;
  const columns: string[] = others.map((name) => isLabel(name) ? "label" : "skip");
  const extra = others.filter((name) => !isLabel(name));
  if (labels.length === 0 && extra.some((name) => nearestName(name, ["label"]))) return undefined;
  const differences = [
    ...extra.map((name) =>
      name !== ""
        ? `the extra column ${quote(name)}`
        : names[0] === ""
        ? "a first column without a name, such as pandas' index or R's row names"
        : "a column without a name at the end, behind a comma"
    ),
    ...labels.map((name) => name === "label" ? "" : `the label under the name ${quote(name)}`),
    labels.length > 0 && names.findIndex(isLabel) > from
      ? "the label last, and ours comes first"
      : "",
    first === "pixel0"
      ? ""
      : `pixels that count from ${quote(first)} to ${quote(names[from + PIXELS - 1])}`,
  ].filter(Boolean);
  if (differences.length === 0) differences.push("spaces around the names");
  return `this one has ${differences.join(", and ")}. ` +
    `${toRead(columns.toSpliced(from, 0, "pixels"))}`;
}

/** What a first line of numbers is: an image, or columns that are counted from 0. */
function bareNumbers(names: string[]): string {
  const isCount = names.every((name, i) => Number(name) === i);
  const what = isCount
    ? "this one counts the columns. "
    : "this line is an image. The header is missing: add it as line 1, or read the file without. ";
  const more = isCount ? "" : ", header: false";
  if (names.length === PIXELS) return what + toRead(["pixels"], more);
  if (names.length !== PIXELS + 1) {
    return `${what}It has ${names.length} values, and an image 784, or 785 with its label.`;
  }
  return `${what}${
    toRead(["label", "pixels"], more)
  } If the label comes last: ["pixels", "label"].`;
}

/** How to read a file with these columns. */
export function toRead(columns: string[], more = ""): string {
  const list = columns.map((kind) => JSON.stringify(kind)).join(", ");
  return `To read it as it is: readDigits(path, { columns: [${list}]${more} }).`;
}

function isLabel(name: string): boolean {
  return /^(labels?|class|y|target|digit)$/i.test(name);
}
