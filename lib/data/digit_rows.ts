import { Pixels } from "../matrix/pixels.ts";
import type { Digits } from "../training/digits.ts";
import { DataError, quote } from "./errors.ts";
import { columnNames, PIXELS } from "./header.ts";
import { unsqueeze, zerosIn } from "./squeeze.ts";

/** Collects the rows of a CSV in the compact form, in arrays that double when they are full. */
export class DigitRows {
  readonly #file: string;
  readonly #labelled: boolean;
  readonly #labels: number[] = [];
  readonly #starts = [0];
  #indices = new Uint16Array(1 << 16);
  #bytes = new Uint8Array(1 << 16);

  constructor(file: string, labelled: boolean) {
    this.#file = file;
    this.#labelled = labelled;
  }

  /** The number of rows so far. */
  get count(): number {
    return this.#starts.length - 1;
  }

  /**
   * Adds one row.
   *
   * @param row the values that the parser found; runs of zeros may be squeezed
   * @throws {DataError} if there are too few, too many, or one that is out of range
   */
  add(row: string[]): void {
    let entry = this.#starts[this.count];
    if (entry + PIXELS > this.#bytes.length) this.#grow();
    const first = this.#labelled ? 1 : 0;
    if (this.#labelled) {
      const label = wholeNumber(row[0]);
      if (!(label <= 9)) this.#refuse(row);
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
      if (!(byte <= 255)) this.#refuse(row);
      if (byte > 0) {
        this.#indices[entry] = pixel;
        this.#bytes[entry++] = byte;
      }
      pixel++;
    }
    if (pixel !== PIXELS) this.#refuse(row);
    this.#starts.push(entry);
  }

  /** All rows as digits. */
  toDigits(): Digits {
    const entries = this.#starts[this.count];
    const pixels = new Pixels(
      PIXELS,
      Uint32Array.from(this.#starts),
      this.#indices.slice(0, entries),
      this.#bytes.slice(0, entries),
    );
    return toDigits(pixels, this.#labelled ? Uint8Array.from(this.#labels) : undefined);
  }

  #grow(): void {
    const indices = new Uint16Array(this.#indices.length * 2);
    const bytes = new Uint8Array(this.#bytes.length * 2);
    indices.set(this.#indices);
    bytes.set(this.#bytes);
    this.#indices = indices;
    this.#bytes = bytes;
  }

  /** Looks at a row again that cannot be right, and says where and what is wrong with it. */
  #refuse(squeezed: string[]): never {
    const row = unsqueeze(squeezed);
    const names = columnNames(this.#labelled);
    const line = this.count + 2; // the header is line 1
    const at = (i: number) => ({ file: this.#file, line, column: i + 1, name: names[i] });
    if (row.length === 1 && row[0] === "") {
      throw new DataError("this line is blank. Remove it.", { file: this.#file, line, column: 1 });
    }
    // A row that was cut off behind a comma has no blank value there: it has none.
    if (row.length < names.length && row.at(-1) === "") row.pop();
    row.slice(0, names.length).forEach((value, i) => {
      const [what, largest] = names[i] === "label" ? ["label", 9] : ["pixel", 255];
      if (wholeNumber(value) <= largest) return;
      throw new DataError(
        `expected a ${what}, a whole number from 0 to ${largest}, but found ${quote(value)}. ` +
          (/[",\n]/.test(value) ? "Is a quotation mark not closed? " : "") +
          "Correct the value, or fetch the file again.",
        at(i),
      );
    });
    if (row.length < names.length) {
      throw new DataError(
        `expected ${names.length} values in the row, but found ${row.length}. ` +
          "The row is cut off here. If it is the last line, the file was not copied to its end: fetch it again.",
        at(row.length),
      );
    }
    throw new DataError(
      `expected ${names.length} values in the row, but found ${row.length}: ` +
        `${quote(row[names.length])} is one too many. ` +
        (names[0] !== "label" && row.length === names.length + 1
          ? "If the rows begin with the labels, the header must begin with label."
          : "Is a line end missing?"),
      at(names.length),
    );
  }
}

/** Digits made of their compact form. */
export function toDigits(pixels: Pixels, labels?: Uint8Array): Digits {
  const digits: Digits = { X: pixels.toMatrix(), count: pixels.count };
  if (labels) digits.labels = labels;
  return digits;
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
