import { PIXELS } from "../matrix/mnist.ts";
import { Pixels } from "../matrix/pixels.ts";
import type { Digits } from "../training/digits.ts";
import { DataError, quote } from "./errors.ts";
import { toRead } from "./other_headers.ts";
import type { Layout } from "./layout.ts";
import { unsqueeze, zerosIn } from "./squeeze.ts";

/** Collects the rows of a CSV in the compact form, in arrays that double when they are full. */
export class DigitRows {
  readonly #file: string;
  readonly #layout: Layout;
  readonly #labels: number[] = [];
  readonly #starts = [0];
  #indices = new Uint16Array(1 << 16);
  #bytes = new Uint8Array(1 << 16);

  constructor(file: string, layout: Layout) {
    this.#file = file;
    this.#layout = layout;
  }

  /** The number of rows so far. */
  get count(): number {
    return this.#starts.length - 1;
  }

  /**
   * Adds one row.
   *
   * @param found the values that the parser found; runs of zeros may be squeezed
   * @throws {DataError} if there are too few, too many, or one that is out of range
   */
  add(found: string[]): void {
    const { isOurs, label: labelAt } = this.#layout;
    const row = isOurs ? found : this.#arranged(found);
    let entry = this.#starts[this.count];
    if (entry + PIXELS > this.#bytes.length) this.#grow();
    const labelled = labelAt !== undefined;
    const first = labelled ? 1 : 0;
    if (labelled) {
      const label = wholeNumber(row[0]);
      if (!(label <= 9)) this.#refuse(found);
      this.#labels.push(label);
    }
    let pixel = 0;
    for (let i = first; i < row.length; i++) {
      const zeros = zerosIn(row[i]);
      if (zeros > 0) {
        pixel += zeros;
        continue;
      }
      const byte = wholeNumber(row[i]);
      if (!(byte <= 255)) this.#refuse(found);
      if (byte > 0) {
        this.#indices[entry] = pixel;
        this.#bytes[entry++] = byte;
      }
      pixel++;
    }
    if (pixel !== PIXELS) this.#refuse(found);
    this.#starts.push(entry);
  }

  /**
   * All rows as digits.
   *
   * @throws {DataError} if their pixels are 0 and 1, which may mean white and black
   */
  toDigits(): Digits {
    this.#refuseBlackAndWhite();
    const entries = this.#starts[this.count];
    const pixels = new Pixels(
      PIXELS,
      Uint32Array.from(this.#starts),
      this.#indices.slice(0, entries),
      this.#bytes.slice(0, entries),
    );
    return toDigits(
      pixels,
      this.#layout.label === undefined ? undefined : Uint8Array.from(this.#labels),
    );
  }

  #grow(): void {
    const indices = new Uint16Array(this.#indices.length * 2);
    const bytes = new Uint8Array(this.#bytes.length * 2);
    indices.set(this.#indices);
    bytes.set(this.#bytes);
    this.#indices = indices;
    this.#bytes = bytes;
  }

  /** A row in Kaggle's order and in whole numbers. What can't be is left as it is, to be refused. */
  #arranged(found: string[]): string[] {
    const { names, label, pixels, scale } = this.#layout;
    const row = unsqueeze(found);
    if (row.length !== names.length) this.#refuse(found);
    const values = row.slice(pixels, pixels + PIXELS);
    const whole = scale === undefined ? values : values.map((value) => this.#scaled(value, scale));
    return label === undefined
      ? whole
      : [scale === undefined ? row[label] : this.#scaled(row[label], 1), ...whole];
  }

  /** Refuses pixels of which none is larger than 1, if nobody has said what a 1 means. */
  #refuseBlackAndWhite(): void {
    const entries = this.#starts[this.count];
    if (entries === 0 || this.#layout.scale !== undefined) return;
    for (let k = 0; k < entries; k++) if (this.#bytes[k] > 1) return;
    const image = this.#starts.findLastIndex((start) => start === 0);
    throw new DataError(
      "expected pixels up to 255, but in this whole file they are 0 and 1. If 1 is black: " +
        "readDigits(path, { scale: 255 }). If it is 1 of 255: { scale: 1 }.",
      this.#place(image, this.#layout.pixels + this.#indices[0]),
    );
  }

  /** Where the value of a row is, both counted from 0. */
  #place(row: number, i: number) {
    const { names, headerLines } = this.#layout;
    return { file: this.#file, line: row + headerLines + 1, column: i + 1, name: names[i] };
  }

  /** Looks at a row again that cannot be right, and says where and what is wrong with it. */
  #refuse(squeezed: string[]): never {
    const row = unsqueeze(squeezed);
    const { names, scale } = this.#layout;
    const refuse = (problem: string, i: number): never => {
      throw new DataError(problem, this.#place(this.count, i));
    };
    if (row.length === 1 && row[0] === "") {
      const { file, line } = this.#place(this.count, 0);
      throw new DataError("this line is blank. Remove it.", { file, line, column: 1 });
    }
    const written = this.count === 0 ? this.#whatItHas(row) : undefined;
    if (written) refuse(...written);
    // A row that was cut off behind a comma has no blank value there: it has none.
    if (row.length < names.length && row.at(-1) === "") row.pop();
    row.slice(0, names.length).forEach((value, i) => {
      const largest = this.#largest(i);
      if (largest === undefined) return;
      const [what, factor] = largest === 9 ? ["label", 1] : ["pixel", scale];
      if (wholeNumber(scale === undefined ? value : this.#scaled(value, factor!)) <= largest) {
        return;
      }
      const times = factor === undefined || factor === 1 ? "" : ` when multiplied by ${factor}`;
      refuse(
        `expected a ${what}, a whole number from 0 to ${largest}${times}, but found ${
          quote(value)
        }. ` +
          ((this.#layout.commas ? /["\n]/ : /[",\n]/).test(value)
            ? "Is a quotation mark not closed? "
            : "") +
          (what === "label" ? hintOnLabel(value) : "") +
          "Correct the value, or fetch the file again.",
        i,
      );
    });
    if (row.length < names.length) {
      refuse(
        `expected ${names.length} values in the row, but found ${row.length}. ` +
          "The row is cut off here. If it is the last line, the file was not copied to its end: fetch it again.",
        row.length,
      );
    }
    return refuse(
      `expected ${names.length} values in the row, but found ${row.length}: ` +
        `${quote(row[names.length])} is one too many. ` +
        (names[0] !== "label" && row.length === names.length + 1
          ? "If the rows begin with the labels, the header must begin with label."
          : "Is a line end missing?"),
      names.length,
    );
  }

  /** The number that a text in decimal notation stands for, and NaN for any other text. */
  #decimal(text: string): number {
    const plain = this.#layout.commas ? text.replace(",", ".") : text;
    return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  }

  /**
   * A value times the scale, as the text of a whole number. Three decimals are enough to tell the 256
   * values of a pixel apart; what lies farther from a whole number stays as it is.
   */
  #scaled(text: string, scale: number): string {
    const value = this.#decimal(text) * scale;
    const whole = Math.round(value);
    return Math.abs(value - whole) <= 0.0005 * scale + 1e-9 ? `${whole || 0}` : text;
  }

  /** The largest value of a column, undefined for one that is left out. */
  #largest(i: number): number | undefined {
    const { label, pixels } = this.#layout;
    return i === label ? 9 : i >= pixels && i < pixels + PIXELS ? 255 : undefined;
  }

  /** What the first row has that is not ours but readable: how to read it, and the value that shows it. */
  #whatItHas(row: string[]): [problem: string, i: number] | undefined {
    const { names, isOurs, label, pixels, headerLines } = this.#layout;
    if (headerLines === 0 && row.every((value) => !/^\s*[-+.\d]/.test(value))) {
      return ["this line is a header: leave out header: false.", 0];
    }
    if (isOurs) {
      const columns = label === undefined ? ["pixels"] : ["label", "pixels"];
      const isRow = (values: string[]) =>
        values.length === names.length &&
        values.every((value, i) => wholeNumber(value) <= this.#largest(i)!);
      if (row.at(-1) === "" && isRow(row.slice(0, -1))) {
        return [`the line ends in a comma. ${toRead([...columns, "skip"])}`, names.length];
      }
      const isLabel = label === undefined && wholeNumber(row[0]) <= 9;
      if (!isLabel && isRow(row.slice(1))) {
        const what =
          "the row begins with a value that the header does not name, as R's row names do.";
        return [`${what} ${toRead(["skip", ...columns])}`, 0];
      }
    }
    if (this.#layout.scale !== undefined) return undefined;
    if (label !== undefined && !(wholeNumber(row[label]) <= 9)) {
      const value = this.#decimal(row[label]);
      if (!Number.isInteger(value) || value < 0 || value > 9) return undefined;
      const problem = `expected a label without decimals, but found ${quote(row[label])}.`;
      return [`${problem} Read such labels with readDigits(path, { scale: 1 }).`, label];
    }
    const values = row.slice(pixels, pixels + PIXELS).map((value) => this.#decimal(value));
    const fraction = row.findIndex((value, i) => this.#largest(i) === 255 && /[.,e]/i.test(value));
    const below = belowZero(values);
    if (below) return [below, row.findIndex((value) => this.#decimal(value) < 0)];
    if (fraction < 0 || !values.every((value) => value >= 0 && value <= 255)) return undefined;
    const found = `, but found ${quote(row[fraction])}`;
    const isWhole = values.every(Number.isInteger);
    if (isWhole && values.some((value) => value > 1)) {
      const problem = `expected whole numbers without decimals${found}. Read them with`;
      return [`${problem} readDigits(path, { scale: 1 }).`, fraction];
    }
    if (!values.every((value) => value <= 1)) return undefined;
    return [
      `expected pixels from 0 to 255${found}: they are from 0 to 1 here, as when somebody has divided ` +
      "them. If 1 is black, read them with readDigits(path, { scale: 255 })" +
      (isWhole ? "; if 255 is, with { scale: 1 }." : "."),
      fraction,
    ];
  }
}

/** Digits made of their compact form. */
export function toDigits(pixels: Pixels, labels?: Uint8Array): Digits {
  const digits: Digits = { X: pixels.toMatrix(), count: pixels.count };
  if (labels) digits.labels = labels;
  return digits;
}

/** What has been done to pixels of which some are below 0. */
function belowZero(values: number[]): string | undefined {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(least < 0)) return undefined;
  const what = "expected pixels from 0 to 255, but here some are below 0";
  if (values.every(Number.isInteger)) {
    return least < -128 || most > 127
      ? undefined
      : `${what}, as when bytes are read as signed numbers. Add 256 to those below 0.`;
  }
  return least >= -1 && most <= 1
    ? `${what}, and none is outside of -1 to 1. If -1 is white: add 1, and multiply by 127.5.`
    : `${what}, as when their mean was subtracted. Take the pixels as they were before that.`;
}

/** What a label may be that is no digit. */
function hintOnLabel(value: string): string {
  if (wholeNumber(value) > 9) {
    return "Only digits are told apart here: is this a file of letters, such as EMNIST's? ";
  }
  return /^[a-z]/i.test(value) && !/^nan?$/i.test(value)
    ? 'A label is the digit as a number, such as 7 for "seven". '
    : "";
}

/** The number that a text of digits stands for, and NaN for any other text. */
function wholeNumber(text: string): number {
  if (text === "") return NaN;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = 10 * number + digit;
  }
  return number;
}
