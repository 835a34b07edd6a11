import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { pathToFileURL } from "node:url";
import type { Digits } from "../../lib/training/digits.ts";
import { DataError } from "../../lib/data/errors.ts";
import type { Progress } from "../../lib/data/progress.ts";
import { csvText } from "../../lib/data/csv_text.ts";
import { pieces } from "../../lib/data/pieces.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import { csv, dataFolder, header, namesIn, pixelNames, row, temporaryFolder } from "./files.ts";
import sample from "./fixtures/sample.json" with { type: "json" };

/** Reads a text as a file would be read, without its cache. */
async function read(content: string | Uint8Array): Promise<Digits> {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  if (typeof content === "string") Deno.writeTextFileSync(file, content);
  else Deno.writeFileSync(file, content);
  return await readDigits(file);
}

/** All images, one byte a pixel. */
function bytesOf({ X, count }: Digits): number[][] {
  return Array.from({ length: count }, (_, j) => [...X.pixels!.image(j)]);
}

const pixel = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 255 }) },
);
const image = fc.array(pixel, { minLength: 784, maxLength: 784 });
const image70 = fc.tuple(fc.array(image, { minLength: 1, maxLength: 3 }), fc.nat(120)).map(
  // Repeated up to more than 64 KB, since the file is read in pieces of that size.
  ([images, copies]) => Array.from({ length: copies + 1 }, (_, i) => images[i % images.length]),
);

Deno.test("readDigits() gives back what a CSV was written from", async () => {
  await fc.assert(
    fc.asyncProperty(image70, fc.boolean(), fc.constantFrom("\n", "\r\n"), async (m, bom, end) => {
      const labels = m.map((_, j) => j % 10);
      const lines = [header.join(), ...m.map((pixels, j) => [labels[j], ...pixels].join())];
      const digits = await read((bom ? "\ufeff" : "") + lines.join(end) + end);
      assertEquals([...digits.labels!], labels);
      assertEquals(bytesOf(digits), m);
      assertEquals([digits.count, digits.X.rows, digits.X.cols], [m.length, 784, m.length]);
    }),
    { numRuns: 30 },
  );
});

for (const [name, expected] of Object.entries(sample)) {
  Deno.test(`readDigits() reads ${name} as NumPy does`, async () => {
    const { X, labels, count } = await read(Deno.readFileSync(new URL(name, dataFolder)));
    assertEquals([X.rows, X.cols], expected.shape);
    assertEquals(labels && [...labels], expected.labels ?? undefined);
    const images = bytesOf({ X, count });
    assertEquals(images.map((pixels) => pixels.reduce((a, b) => a + b)), expected.sumOfEachImage);
    let weighted = 0;
    images.forEach((pixels, j) => pixels.forEach((b, p) => weighted += b * (p + 1) * (j + 1)));
    assertEquals(weighted, expected.weighted);
    assertEquals(784 * count - X.pixels!.bytes.length, expected.zeros);
    const sum = Float64Array.from(X.values).reduce((a, b) => a + b);
    assertAlmostEquals(sum / (784 * count), expected.mean, 1e-12);
    for (const [p, j, byte] of expected.someValues) assertEquals(X.get(p, j), byte / 255);
  });
}

Deno.test("readDigits() reads a file without labels", async () => {
  const { labels, count, X } = await read(csv(pixelNames, row(0).slice(2), row(9).slice(2)));
  assertEquals([labels, count, X.get(0, 0)], [undefined, 2, 0]);
});

Deno.test("readDigits() reads what is unusual but clear", async () => {
  const right = await read(csv(header, row(7, 12, 255), row(1)));
  for (
    const unusual of [
      csv(header, row(7, 12, 255), row(1)).trimEnd(), // no last line end
      csv(header, row(7, 12, 255), row(1)) + "\n\r\n\n", // blank lines at the end
      csv(header.map((name) => `"${name}"`), row('"7"', '"12"', '"255"'), row(1)), // quoted
      csv(header, row("07", "012", "255"), row(1)), // leading zeros
      csv(header, row(7, 12, 255) + "\r", row(1)), // two sorts of line ends
      csv(header, row(7, 12, 255), row(1)).replaceAll("\n", "\r"), // those of an old Mac
      csv(header, row(7, 12, 255), row(1)).replace("\n", "\r"), // in the header only
    ]
  ) {
    assertEquals(await read(unusual), right);
  }
});

const lines = [header.join(), row(5), row(0, 1, 2, 3), row(4, 255)];
const withLine = (number: number, line: string) => csv(...lines.with(number - 1, line));
const withName = (i: number, ...names: string[]) => csv(header.toSpliced(i, 1, ...names), row(5));
const bytes = (...values: number[]) => Uint8Array.of(...values, ...Array(90).fill(65));

/** What is wrong, the file, and the line, the column and the words of its error. */
const bad: [string, string | Uint8Array, number, number, ...string[]][] = [
  ["an empty file", "", 1, 1, "the file is empty"],
  ["a file of line ends only", "\n\r\n", 1, 1, "the file is empty"],
  ["a BOM only", "\ufeff", 1, 1, "the file is empty"],
  ["a header only", csv(header), 2, 1, "expected a row", "the file ends"],
  ["a misspelt column", withName(3, "pixle2"), 1, 4, '"pixel2"', '"pixle2"', "misspelt"],
  ["a misspelt label", withName(0, "lable"), 1, 1, '"label"', '"lable"', "misspelt"],
  ["a missing column", withName(3), 1, 4, 'column "pixel2" is missing'],
  ["a missing last column", withName(784), 1, 785, '"pixel783"', "ends after 784 of 785 names"],
  ["a column that is there twice", withName(3, "pixel1"), 1, 4, '"pixel1" again', "column 3"],
  ["a column too many", csv([...header, "x"], row(5)), 1, 786, 'extra column "x"', '"skip"'],
  ["two columns too many", withName(3, "x", "y", "pixel2"), 1, 4, '"pixel2"', 'found "x"'],
  ["a header that is missing", csv(row(5), row(0)), 1, 1, "The header is missing"],
  ["semicolons", csv(header.join(";"), "5;0"), 1, 1, '{ separator: ";" }'],
  [
    "semicolons, misspelt",
    csv(header.with(5, "x").join(";")),
    1,
    1,
    "semicolons",
    "header differs",
  ],
  [
    "a row cut off behind a comma",
    withLine(3, row(0).slice(0, 800)),
    3,
    401,
    "(pixel399)",
    "found 400",
    "cut off",
  ],
  ["a row cut off", withLine(3, row(0).slice(0, 799)), 3, 401, "(pixel399)", "400", "cut off"],
  ["a row of one value", withLine(3, "5"), 3, 2, "(pixel0)", "expected 785 values", "found 1"],
  ["a row cut off in a value", withLine(4, row(4).slice(0, -1)), 4, 785, "(pixel783)", "nothing"],
  [
    "a file cut off",
    csv(...lines).slice(0, -785),
    4,
    394,
    "(pixel392)",
    "785",
    "copied to its end",
  ],
  [
    "a row too long",
    withLine(3, row(0) + ",9"),
    3,
    786,
    "found 786",
    "one too many. Is a line end missing?",
  ],
  ["labels without a name", csv(pixelNames, row(5)), 2, 785, "the header must begin with label"],
  ["two rows on a line", withLine(3, `${row(0)},${row(1)}`), 3, 786, "Is a line end missing?"],
  ["a row that never ends", withLine(3, row(0) + ",1".repeat(1e6)), 3, 786, "is one too many"],
  ["a pixel of 256", withLine(3, row(0, 1, 256)), 3, 3, "(pixel1)", "from 0 to 255", '"256"'],
  ["a pixel of 65536", withLine(3, row(0, 65536)), 3, 2, "(pixel0)", '"65536"'],
  ["a pixel of -1", withLine(3, row(0, 0, 0, -1)), 3, 4, "(pixel2)", '"-1"'],
  ["a pixel of 3.5", withLine(3, row(0, 3.5)), 3, 2, "(pixel0)", "whole number", '"3.5"'],
  ["a pixel of abc", withLine(3, row(0, "abc")), 3, 2, "(pixel0)", '"abc"'],
  ["a pixel of 1e2", withLine(3, row(0, "1e2")), 3, 2, '"1e2"'],
  ["a pixel of 0x10", withLine(3, row(0, "0x10")), 3, 2, '"0x10"'],
  ["a pixel with spaces", withLine(3, row(0, " 12 ")), 3, 2, '" 12 "'],
  ["a pixel of NaN", withLine(3, row(0, "NaN")), 3, 2, '"NaN"'],
  ["a blank pixel", withLine(3, row(0, "")), 3, 2, "(pixel0)", "found nothing"],
  ["a bad pixel behind many zeros", withLine(2, row(5, ...Array(700).fill(0), "x")), 2, 702, '"x"'],
  ["the last pixel of 999", withLine(4, row(4).slice(0, -1) + "999"), 4, 785, "(pixel783)"],
  ["a zero with more to it", withLine(2, row(5, 0, 0, 0, 0, 0, "0.0")), 2, 7, '"0.0"'],
  ["a label of 10", withLine(3, row(10)), 3, 1, "(label)", "from 0 to 9", '"10"'],
  ["a label of -1", withLine(3, row(-1)), 3, 1, "(label)", '"-1"'],
  ["a blank label", withLine(3, row("")), 3, 1, "(label)", "found nothing"],
  ["a blank line between others", csv(...lines.toSpliced(2, 0, "")), 3, 1, "this line is blank"],
  ["a blank line, Windows", csv(...lines.toSpliced(2, 0, "\r")), 3, 1, "this line is blank"],
  ["a blank line before the header", "\n" + csv(...lines), 1, 1, "Line 1 is blank"],
  ["a stray quotation mark", withLine(3, row(0, 1, '2"')), 3, 3, "(pixel1)", "quotation mark"],
  ["an open quotation mark", withLine(3, row(0, 1, '"2')), 3, 3, "(pixel1)", "quotation mark"],
  ["zeros in quotation marks", withLine(2, row(5, '"1,0,0,0,0,0,2"')), 2, 2, '"1,0,0,0,0,0,2"'],
  ["a byte 0 in a row", withLine(3, row(0, 1, "\x00780")), 3, 3, "(pixel1)"],
  ["letters that are no ASCII", withLine(3, row(0, "١")), 3, 2, '"١"'],
  ["a binary file", bytes(7, 0, 1, 200), 1, 1, "binary file"],
  ["a gzip archive that is damaged", bytes(0x1f, 0x8b, 8), 1, 1, "gzip", "damaged"],
  ["a zip archive", bytes(0x50, 0x4b, 3, 4), 1, 1, "zip", "Unpack it"],
  ["UTF-16", bytes(0xff, 0xfe, 0x6c, 0), 1, 1, "UTF-8"],
  ["a web page", "<!DOCTYPE html><title>Sign in</title>", 1, 1, "web page"],
  ["a file without line ends", "7,".repeat(50_000), 1, 1, "no line end"],
  ["another CSV", csv("sepal,petal,species", "1,2,3"), 1, 1, '"sepal"'],
];

for (const [what, content, line, column, ...words] of bad) {
  Deno.test(`readDigits() refuses ${what}`, async () => {
    using folder = temporaryFolder();
    const file = folder.path("t.csv");
    if (typeof content === "string") Deno.writeTextFileSync(file, content);
    else Deno.writeFileSync(file, content);
    const error = await assertRejects(() => readDigits(file), DataError);
    assertEquals([error.file, error.line, error.column], [file, line, column], error.message);
    for (const word of [`${file}, line ${line}, column ${column}`, ...words]) {
      assert(error.message.includes(word), `${error.message}\n\nsays nothing of ${word}`);
    }
    assert(error.message.length < 500 + file.length, error.message);
    assertEquals(namesIn(folder.path(".")), ["t.csv"], "and changes nothing");
  });
}

Deno.test("readDigits() refuses a missing file and a folder", async () => {
  using folder = temporaryFolder();
  const missing = folder.path("missing.csv");
  const error = await assertRejects(() => readDigits(missing), DataError, "no such file");
  assertEquals(error.file, missing);
  await assertRejects(() => readDigits(folder.path(".")), DataError, "this is a folder");
});

Deno.test("readDigits() finds one wrong byte anywhere, or reads what is then written", async () => {
  const text = csv(header, row(7, 0, 0, 0, 0, 0, 3, 14, 159), row(2, 65), row(6, 0, 0, 0, 0, 5));
  const change = fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...'\n\r,"0129.-x\0'));
  await fc.assert(
    fc.asyncProperty(change, async ([at, character]) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      const [first, ...rest] = changed.replace(/[\r\n]+$/, "").split(/\r\n?|\n/);
      const rows = rest.map((line) => line.split(","));
      const fine = first === header.join() &&
        rows.every((row) =>
          row.length === 785 && Number(row[0]) < 10 &&
          row.every((value) => /^\d+$/.test(value) && Number(value) < 256)
        );
      if (!fine) {
        const error = await assertRejects(() => read(changed), DataError);
        assert(error.line! >= 1 && error.column! >= 1, error.message);
      } else {
        const digits = await read(changed);
        assertEquals(bytesOf(digits), rows.map((row) => row.slice(1).map(Number)));
        assertEquals([...digits.labels!], rows.map((row) => Number(row[0])));
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("readDigits() reads and refuses the same wherever a piece of 64 KB ends", async () => {
  const rows = Array.from({ length: 45 }, (_, j) => row(j % 10, j));
  const before = [header.join(), ...rows.slice(0, 30)].join("\r\n").length;
  for (let shift = -3; shift <= 5; shift++) {
    // Leading zeros that move the end of row 30, and with it all that follows, to the piece's end.
    const pad = (line: string) => line.replace(",", `,${"0".repeat(65536 - before + shift)}`);
    const lines = [header.join(), ...rows.with(0, pad(rows[0]))];
    const digits = await read(lines.map((line) => `${line}\r\n`).join(""));
    assertEquals([...digits.labels!], rows.map((_, j) => j % 10));
    assertEquals(digits.X.toArray()[0].map((x) => Math.round(x * 255)), rows.map((_, j) => j));
    const blank = lines.toSpliced(31, 0, "").map((line) => `${line}\r\n`).join("");
    await assertRejects(() => read(blank), DataError, "line 32, column 1: this line is blank");
    const foreign = lines.with(30, lines[30].slice(0, -1) + "١").join("\r\n");
    await assertRejects(() => read(foreign), DataError, "line 31, column 785 (pixel783)");
    await assertRejects(() => read(foreign), DataError, 'found "١"');
  }
});

Deno.test("readDigits() leaves nothing open after an error early in a long file", async () => {
  const text = Deno.readTextFileSync(new URL("sample.csv", dataFolder));
  const broken = text.replace("\r\n", "\r\n1,2,3\r\n");
  await assertRejects(() => read(broken), DataError, "line 2");
});

Deno.test("readDigits() gives up on a row without an end before it has read all of it", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, csv(header) + "7,".repeat(2_500_000));
  let read = 0;
  const content = pieces(file, ({ length }) => read += length);
  for await (const _ of csvText(content));
  await content.return();
  assert(read < 200_000, `${read} bytes`);
  await assertRejects(() => readDigits(file), DataError, "line 2");
});

Deno.test("readDigits() takes a URL, also with a space in it", async () => {
  using folder = temporaryFolder();
  const file = folder.path("my digits.csv");
  Deno.writeTextFileSync(file, csv(...lines));
  assertEquals((await readDigits(pathToFileURL(file))).count, 3);
});

Deno.test("readDigits() reports progress up to its end, which from the cache is all there is", async () => {
  using folder = temporaryFolder();
  const file = folder.path("sample.csv");
  Deno.copyFileSync(new URL("sample.csv", dataFolder), file);
  const reports: Progress[] = [];
  await readDigits(file, { onProgress: (progress) => reports.push(progress) });
  const total = Deno.statSync(file).size;
  assert(reports.length >= 2);
  assertEquals(reports.at(-1), { what: "Reading sample.csv", done: total, total });
  assertEquals(reports, reports.toSorted((a, b) => a.done - b.done));
  reports.length = 0;
  await readDigits(file, { onProgress: (progress) => reports.push(progress) });
  assertEquals(reports, [{ what: "Reading sample.csv", done: total, total }], "from the cache");
});
