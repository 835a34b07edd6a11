/**
 * CSVs of digits that are right, or were right until something happened to them. The same seed gives the
 * same files.
 */
import fc from "fast-check";
import { gzipSync } from "node:zlib";

/** A file to read. */
export interface CsvCase {
  /** What happened to a right file. */
  kind: string;
  content: Uint8Array<ArrayBuffer>;
  /** Where the wrong value is, if exactly one is known to be wrong. */
  wrong?: { line: number; column: number };
}

/** A right file: the values of each line, and how its lines end. */
export interface Sheet {
  lines: string[][];
  lineEnd: string;
  /** Whether the last line has an end. */
  closed: boolean;
}

const pixelNames = Array.from({ length: 784 }, (_, p) => `pixel${p}`);

const image = fc.array(
  fc.record({ at: fc.nat(783), byte: fc.nat(255) }),
  { maxLength: 60 },
).map((dark) => {
  const pixels = Array<string>(784).fill("0");
  for (const { at, byte } of dark) pixels[at] = `${byte}`;
  return pixels;
});

export const sheet: fc.Arbitrary<Sheet> = fc.record({
  labelled: fc.boolean(),
  images: fc.array(fc.tuple(fc.nat(9), image), { minLength: 1, maxLength: 4 }),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  closed: fc.boolean(),
}).map(({ labelled, images, lineEnd, closed }) => ({
  lines: labelled
    ? [["label", ...pixelNames], ...images.map(([label, pixels]) => [`${label}`, ...pixels])]
    : [pixelNames, ...images.map(([, pixels]) => pixels)],
  lineEnd,
  closed,
}));

export function textOf({ lines, lineEnd, closed }: Sheet): string {
  return lines.map((line) => line.join()).join(lineEnd) + (closed ? lineEnd : "");
}

const encoder = new TextEncoder();
const utf8 = (text: string) => encoder.encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function utf16(text: string, bigEndian: boolean): Uint8Array<ArrayBuffer> {
  const units = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) units.setUint16(2 * i, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(units.buffer);
}

const oddNumbers =
  "5.0|5.|.5|0.0|-0|+5|5e0|1e2|1E2|2e-1|1_0| 5|5 |\t5|0x10|0b1|0o7|٥|５|1 000|Inf|-inf|" +
  "nan|NaN|NA|null|None|True|false|| |5;0|5'|5%|#5|256|999|-1|65536|4294967301|" +
  `18446744073709551621|${"9".repeat(400)}|1e309|abc|\u00a05|5\u200b|=5|５.0`;

/** Texts that are not whole numbers from 0 to 255, or are written in an unusual way. */
const oddNumber = fc.oneof(
  fc.constantFrom(...oddNumbers.split("|")),
  fc.integer({ min: 256 }).map(String),
  fc.integer({ max: -1 }).map(String),
  fc.double().map(String),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);

/** Other ways to write a right number. */
const rewriting = fc.constantFrom<(value: string) => string>(
  (value) => `0${value}`,
  (value) => value.padStart(40, "0"),
  (value) => `"${value}"`,
  (value) => `"0${value}"`,
  (value) => `+${value}`,
  (value) => ` ${value}`,
  (value) => `${value} `,
  (value) => `${value}.0`,
  (value) => `${value}e0`,
);

/** Any character of a CSV, and some others. */
const letter = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(..."0123456789") },
  { weight: 1, arbitrary: fc.constantFrom(...',,"\n\r.-+eE _x;\t\0é\ufeff\u2028') },
);

/** A place in a text; three times out of four after the header, where the values are. */
function place(text: string): fc.Arbitrary<number> {
  const header = Math.max(0, text.indexOf("\n"));
  return fc.oneof(
    { weight: 1, arbitrary: fc.nat(text.length) },
    { weight: 3, arbitrary: fc.integer({ min: header, max: text.length }) },
  );
}

/** A line other than the header, and a value in it. */
const anyValue = fc.tuple(fc.nat(), fc.nat()).map(([l, c]) => ({ lines }: Sheet) => {
  const line = 1 + l % (lines.length - 1);
  return { line, column: c % lines[line].length };
});

function withLine(sheet: Sheet, line: number, values: string[]): Sheet {
  return { ...sheet, lines: sheet.lines.with(line, values) };
}

function withValue(sheet: Sheet, line: number, column: number, value: string): Sheet {
  return withLine(sheet, line, sheet.lines[line].with(column, value));
}

type Made = Omit<CsvCase, "kind">;
const made = (sheet: Sheet): Made => ({ content: utf8(textOf(sheet)) });
export const madeOf = (text: string): Made => ({ content: utf8(text) });

const quoted = (lines: string[][], whether: (i: number) => boolean) =>
  lines.map((line, i) => line.map((value, j) => whether(i * 785 + j) ? `"${value}"` : value));

/** The things that happen to a file, by their names in the table. */
const mutations: Record<string, fc.Arbitrary<Made>> = {
  "nothing": sheet.map(made),

  "bytes": sheet.chain((sheet) => {
    const text = textOf(sheet);
    const edit = fc.record({
      at: place(text),
      what: fc.constantFrom("put", "insert", "delete"),
      letter,
      byte: fc.option(fc.nat(255), { freq: 2 }),
    });
    return fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
      const bytes = [...utf8(text)];
      for (const { at, what, letter, byte } of edits) {
        const put = what === "delete" ? [] : byte === null ? utf8(letter) : [byte];
        bytes.splice(at, what === "insert" ? 0 : 1, ...put);
      }
      return { content: Uint8Array.from(bytes) };
    });
  }),

  "one value": fc.tuple(sheet, anyValue, oddNumber).map(([sheet, pick, odd]) => {
    const { line, column } = pick(sheet);
    const text = /[",\r\n]/.test(odd) ? `"${odd.replaceAll('"', '""')}"` : odd;
    const labelled = sheet.lines[0].length === 785;
    const right = /^\d+$/.test(odd) && Number(odd) <= (labelled && column === 0 ? 9 : 255);
    return {
      ...made(withValue(sheet, line, column, text)),
      // A line break within a value makes one more line of the file.
      wrong: right ? undefined : { line: line + 1, column: column + 1 },
    };
  }),

  "numbers written otherwise": fc.tuple(sheet, fc.array(fc.tuple(anyValue, rewriting)))
    .map(([sheet, all]) =>
      made(all.reduce((sheet, [pick, rewrite]) => {
        const { line, column } = pick(sheet);
        return withValue(sheet, line, column, rewrite(sheet.lines[line][column]));
      }, sheet))
    ),

  "values too many or few": fc.tuple(sheet, anyValue, fc.integer({ min: -3, max: 3 }), fc.boolean())
    .map(([sheet, pick, more, everywhere]) => {
      const { line, column } = pick(sheet);
      const change = (values: string[]) =>
        more > 0
          ? values.toSpliced(column, 0, ...Array<string>(more).fill("7"))
          : values.toSpliced(column, -more);
      if (!everywhere) return made(withLine(sheet, line, change(sheet.lines[line])));
      return made({ ...sheet, lines: sheet.lines.map((values, i) => i ? change(values) : values) });
    }),

  "rows": fc.tuple(sheet, anyValue, fc.nat(5)).map(([sheet, pick, what]) => {
    const { lines } = sheet;
    const { line } = pick(sheet);
    const changed = [
      lines.toSpliced(line, 1), // missing, perhaps the only one
      lines.toSpliced(line, 0, lines[line]), // there twice
      lines.toSpliced(line, 0, lines[0]), // the header once more
      lines.toSpliced(line, 1, [...lines[line], ...lines[line]]), // two on one line
      lines.toSpliced(line, 1, lines[line].slice(0, 400), lines[line].slice(400)), // one on two
      [...lines.slice(1), lines[0]], // the header last
    ][what];
    return made({ ...sheet, lines: changed });
  }),

  "line ends": fc.tuple(
    sheet,
    fc.array(
      fc.constantFrom(...["\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r\n", "\n\r"]),
      { minLength: 6, maxLength: 6 },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constantFrom("\u2028", "\v", "\f", "\x1a", " \n", "\t\n", "#\n") },
    ),
    fc.string({ unit: fc.constantFrom("\n", "\r\n", "\r"), maxLength: 3 }),
  ).map(([{ lines }, ends, odd, last]) =>
    madeOf(
      lines.map((line, i) => line.join() + (i < lines.length - 1 ? ends[i] : "")).join("") +
        odd + last,
    )
  ),

  "encoding": fc.tuple(sheet, fc.nat(11), fc.nat(783)).map(([sheet, what, column]) => {
    const text = textOf(sheet);
    const odd = (value: string) => textOf(withValue(sheet, 1, column, value));
    return [
      () => madeOf("\ufeff" + text),
      () => madeOf("\ufeff\ufeff" + text),
      () => madeOf(odd("\ufeff5")),
      () => ({ content: utf16("\ufeff" + text, false) }),
      () => ({ content: utf16("\ufeff" + text, true) }),
      () => ({ content: utf16(text, false) }),
      () => ({ content: utf16(text, true) }),
      () => ({ content: latin1(odd("é")) }),
      () => ({ content: latin1(odd("5\xa0")) }),
      () => ({ content: latin1(text + "\xe2") }), // a letter cut off at the end
      () => ({ content: latin1(text + "\xe2\x80") }),
      () => ({ content: latin1(odd("\xed\xa0\x80")) }), // half a surrogate pair
    ][what]();
  }),

  "cut off": sheet.chain((sheet) => {
    const text = textOf(sheet);
    return place(text).map((at) => madeOf(text.slice(0, at)));
  }),

  "quotation marks": fc.tuple(sheet, anyValue, fc.nat(13)).map(([sheet, pick, what]) => {
    const { line, column } = pick(sheet);
    const value = sheet.lines[line][column];
    const last = sheet.lines[line].length - 1;
    const put = (text: string) => withValue(sheet, line, column, text);
    return made([
      () => ({ ...sheet, lines: quoted(sheet.lines, () => true) }),
      () => ({ ...sheet, lines: quoted(sheet.lines, (i) => i % 7 === column % 7) }),
      () => ({ ...sheet, lines: quoted(sheet.lines, (i) => i >= 785) }),
      () => put(`"${value}`),
      () => put(`${value}"`),
      () => put(`""${value}""`),
      () => put(`"${value}"0`),
      () => put(`'${value}'`),
      () => put(`"${value}\n"`),
      () => put(`"\n${value}"`),
      () => put(`"${value},0"`),
      () => put('""'),
      () => withValue(sheet, line, last, `"${sheet.lines[line][last]}`), // open to the end
      () => put(`"${value}" `),
    ][what]());
  }),

  "header": fc.tuple(sheet, fc.nat(), fc.nat(), fc.nat(12)).map(([sheet, a, b, what]) => {
    const names = sheet.lines[0];
    const [i, j] = [a % names.length, b % names.length];
    const changed = [
      () => names.toSpliced(i, 1),
      () => names.with(i, names[j]),
      () => names.with(i, names[j]).with(j, names[i]),
      () => names.with(i, ` ${names[i]}`),
      () => names.with(i, names[i].toUpperCase()),
      () => names.with(i, `"${names[i]}"`),
      () => names.with(i, ""),
      () => names.with(i, `pixel0${i}`),
      () => [...names, "extra"],
      () => ["", ...names],
      () => names.map((_, k) => `pixel${k + 1}`),
      () => names.map((name) => `"${name}"`),
      () => sheet.lines[1],
    ][what]();
    return made(withLine(sheet, 0, changed));
  }),

  "bytes of 0": sheet.chain((sheet) => {
    const text = textOf(sheet);
    return fc.tuple(place(text), fc.constantFrom(1, 2, 5), fc.boolean()).map((
      [at, many, instead],
    ) => madeOf(text.slice(0, at) + "\0".repeat(many) + text.slice(at + (instead ? many : 0))));
  }),

  "another format": fc.tuple(sheet, fc.nat(9)).map(([sheet, what]) => {
    const text = textOf(sheet);
    const before = (...bytes: number[]) => ({ content: Uint8Array.of(...bytes, ...utf8(text)) });
    return [
      () => ({ content: new Uint8Array(gzipSync(text)) }),
      () => before(0x1f, 0x8b),
      () => before(0x50, 0x4b, 0x03, 0x04),
      () => before(0, 0, 8, 3),
      () => madeOf("<html><body>Please sign in</body></html>"),
      () => madeOf(""),
      () => madeOf("\n".repeat(1 + text.length % 5)),
      () => madeOf(JSON.stringify(sheet.lines)),
      () => madeOf(text.replaceAll(",", sheet.closed ? ";" : "\t")),
      () => madeOf(`# digits\n${text}`),
    ][what]();
  }),

  "commas": fc.tuple(sheet, anyValue, fc.nat(5)).map(([sheet, pick, what]) => {
    const { line, column } = pick(sheet);
    const text = textOf(sheet);
    return [
      () => madeOf(text.replaceAll(/(?=\r?\n|$)/g, ",")), // one more at the end of each line
      () => made(withLine(sheet, line, [...sheet.lines[line], ""])),
      () => made(withLine(sheet, line, ["", ...sheet.lines[line]])),
      () => made(withValue(sheet, line, column, ",")),
      () => madeOf(text.replaceAll(",", ", ")),
      () => madeOf(text + ",".repeat(column)),
    ][what]();
  }),

  // The file is read in chunks of 64 KB: what is at their borders must not matter.
  "size": fc.tuple(sheet, anyValue, fc.nat(9), fc.integer({ min: -3, max: 3 }), fc.nat(3))
    .map(([sheet, pick, what, shift, end]) => {
      const { line, column } = pick(sheet);
      const value = sheet.lines[line][column];
      const last = sheet.lines[line].length - 1;
      const long = (length: number) => "0".repeat(length + shift);
      const ends = ["\n", "\r\n", "\r", "\n\r"][end];
      const many = Array.from({ length: 45 }, () => sheet.lines[line]);
      const repeated = { ...sheet, lines: [sheet.lines[0], ...many] };
      return [
        () => made(withValue(sheet, line, column, long(58_000) + value)),
        () => made(withValue(sheet, line, column, long(65_536) + value)),
        () => made(withValue(sheet, line, column, long(131_072) + value)),
        () => made(withValue(sheet, line, last, long(131_072) + value)),
        () => made(repeated),
        () => made(withValue(repeated, 30, column, "x")),
        () => madeOf(textOf(sheet) + ends.repeat(40_000 + shift)),
        () => madeOf(textOf({ ...sheet, closed: true }) + ends.repeat(40_000) + sheet.lines[1]),
        () => madeOf(textOf(repeated) + `${sheet.lineEnd}"` + textOf(repeated)),
        () => madeOf(textOf(sheet) + ",0".repeat(70_000 + shift)),
      ][what]();
    }),
};

/** The names of the things that happen to a file. */
export const kinds: readonly string[] = Object.keys(mutations);

/** `count` files; the kinds come in turn. */
export function csvCases(seed: number, count: number): CsvCase[] {
  const arbitrary = fc.tuple(...Object.values(mutations));
  const rounds = Math.ceil(count / kinds.length);
  return fc.sample(arbitrary, { seed, numRuns: rounds })
    .flatMap((round) => round.map((made, k) => ({ kind: kinds[k], ...made })))
    .slice(0, count);
}
