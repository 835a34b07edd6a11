import { PIXELS } from "../matrix/mnist.ts";
import { DataError, quote } from "./errors.ts";
import { whatItHas } from "./other_headers.ts";

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
