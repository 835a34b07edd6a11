import { nearestName } from "../arguments/nearest_name.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { quote } from "./errors.ts";
import { nameLike, orderedNames } from "./pixel_names.ts";

/** What separates the values of a row, and what it is called. */
const separators: Record<string, string> = {
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
  " ": "spaces",
};

/** What to do if each column is an image. */
const exchange = "exchange rows and columns first, in pandas: frame.T.to_csv(path, index=False)";

/**
 * What other files have in place of our header, and how to read them. Undefined for any other.
 *
 * @param options what `readDigits` needs besides the columns
 */
export function whatItHas(found: string[], options: string[] = []): string | undefined {
  const names = found.map((name) => name.trim());
  if (/^imageid,label$/i.test(names.join())) {
    return "this is a submission: the answers for Kaggle, without an image. The images are in " +
      "train.csv and test.csv.";
  }
  if (/^sep=/i.test(names[0])) return "this line is only for Excel. Remove it.";
  if (names.length === 1) return separatedOtherwise(found[0]);
  if (names.every(isNumber)) return bareNumbers(names, options);
  return namedColumns(names, options) ?? imagesInColumns(names) ?? otherSize(names) ??
    withoutPixels(names);
}

/** How to read a file with these columns, and these options besides. */
export function toRead(columns: string[], options: string[] = []): string {
  const list = columns.map((kind) => JSON.stringify(kind)).join(", ");
  return `To read it as it is: readDigits(path, { ${
    [`columns: [${list}]`, ...options].join(", ")
  } }).`;
}

/** A line without a comma. */
function separatedOtherwise(line: string): string | undefined {
  const separator = Object.keys(separators).find((one) => line.split(one).length > PIXELS / 2);
  if (separator === undefined) return undefined;
  const option = `separator: ${JSON.stringify(separator)}`;
  const names = line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  const labelled = names[0] !== "pixel0";
  const ours = names.length === PIXELS + +labelled &&
    names[0] === (labelled ? "label" : "pixel0") &&
    names[+labelled] === "pixel0" && orderedNames(names.slice(+labelled)) === PIXELS;
  const by = `its values are separated by ${separators[separator]}`;
  if (ours) return `${by}. To read it as it is: readDigits(path, { ${option} }).`;
  const more = whatItHas(names, [option]);
  return more
    ? `${by}, and ${more}`
    : `${by}, which { ${option} } reads; its header differs in other ways, too.`;
}

/** Names that count the pixels as ours do, in another way or among other columns. */
function namedColumns(names: string[], options: string[]): string | undefined {
  const from = names.findIndex((_, i) => orderedNames(names.slice(i, i + PIXELS)) === PIXELS);
  if (from < 0 || names.length > PIXELS + 12) return undefined;
  const first = names[from];
  const others = names.toSpliced(from, PIXELS);
  const labels = others.filter(isLabel);
  if (labels.length > 1) return undefined;
  const last = names[from + PIXELS];
  if (labels.length === 0 && last === nameLike(first, PIXELS)) {
    const columns = others.map(() => "skip");
    const how = (...kinds: string[]) => columns.toSpliced(from, 1, ...kinds);
    return `this one counts ${PIXELS + 1} columns from ${quote(first)} to ${
      quote(last)
    }, the label ` +
      `among them. ${toRead(how("label", "pixels"), options)} If the label comes last: ` +
      `${JSON.stringify(how("pixels", "label")).replaceAll(",", ", ")}.`;
  }
  if (others.filter((name) => !isLabel(name)).length >= 10) {
    return "this one has ten columns or more besides the pixels. If they hold a 1 for the digit and 0 " +
      'otherwise, make one column "label" of them, in pandas: frame[columns].to_numpy().argmax(axis=1).';
  }
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
    toRead(columns.toSpliced(from, 0, "pixels"), options);
}

/** What a first line of numbers is: an image, or columns that are counted. */
function bareNumbers(names: string[], options: string[]): string {
  const isCount = [0, 1].some((from) => names.every((name, i) => Number(name) === from + i));
  const what = isCount
    ? "this one counts the columns. "
    : "this line is an image. The header is missing: add it as line 1, or read the file without. ";
  if (isRepeated(names)) {
    return "this line is an image whose numbers pandas has taken for names, and numbered. Remove line " +
      '1. Of the other lines: readDigits(path, { columns: ["label", "pixels"], header: false }).';
  }
  const more = isCount ? options : ["header: false", ...options, ...scaleOf(names)];
  if (names.length === PIXELS) return what + toRead(["pixels"], more);
  if (names.length !== PIXELS + 1) {
    return otherSize(names) ??
      `${what}It has ${names.length} values, and an image 784, or 785 with its label. If the images ` +
        `stand in columns here, ${exchange}.`;
  }
  return `${what}${
    toRead(["label", "pixels"], more)
  } If the label comes last: ["pixels", "label"].`;
}

/** The scale that whole numbers with decimals need, as NumPy's savetxt writes them. */
function scaleOf(values: string[]): string[] {
  const isWhole = values.every((value) => Number.isInteger(Number(value)));
  return isWhole && values.some((value) => /[.e]/i.test(value)) ? ["scale: 1"] : [];
}

/** Whether a number that comes again is numbered, as pandas does with names: 0, 0.1, 0.2. */
function isRepeated(names: string[]): boolean {
  const times = new Map<string, number>();
  let repeated = 0;
  for (const name of names) {
    const [, base, number] = /^(\d+)(?:\.(\d+))?$/.exec(name) ?? [];
    if (base === undefined || Number(number ?? 0) !== (times.get(base) ?? 0)) return false;
    times.set(base, (times.get(base) ?? 0) + 1);
    if (number !== undefined) repeated++;
  }
  return repeated > PIXELS / 4;
}

/** A name and one pixel of each image, or their labels. */
function imagesInColumns([name, ...values]: string[]): string | undefined {
  if (!values.every(isNumber) || values.length === PIXELS) return undefined;
  return `this line has ${
    quote(name)
  } and then only numbers. If the images stand in columns here, ` +
    `${exchange}.`;
}

/** Images of another size, or in color, by the number of columns. */
function otherSize(names: string[]): string | undefined {
  if (names.filter((name) => /\d$/.test(name)).length < names.length - 2) return undefined;
  for (const pixels of [names.length, names.length - 1, names.length - 2]) {
    if (pixels === PIXELS) return undefined;
    for (const [colors, inColor] of [[1, ""], [3, " in three colors"]] as const) {
      const side = Math.sqrt(pixels / colors);
      if (!Number.isInteger(side) || side < 8) continue;
      return `this one has ${pixels} pixels, images of ${side} x ${side}${inColor}. Ours are 28 x 28 in ` +
        "shades of gray: convert them first, as docs/trouble.md says.";
    }
  }
}

/** A table of something else. */
function withoutPixels(names: string[]): string | undefined {
  if (names.length >= 20 || names.some((name) => name === "" || name === "pixel0")) {
    return undefined;
  }
  const list = names.slice(0, 4).map(quote).join(", ") + (names.length > 4 ? ", ..." : "");
  return `this one has ${names.length} columns, ${list}: no pixels are in it. Is it another file?`;
}

function isNumber(name: string): boolean {
  return /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i.test(name);
}

function isLabel(name: string): boolean {
  return /^(# ?)?(labels?|class|y|target|digit)$/i.test(name);
}
