/**
 * Files as people bring them, each kind in ways that no fixture has: what is exactly convertible is read
 * with the options that its refusal names, the rest is refused by what it is, and what is right is read.
 */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { gzipSync } from "node:zlib";
import { DataError, readDigits, type ReadOptions } from "glassnet";
import { header, pixelNames, temporaryFolder } from "./files.ts";

const images = Array.from(
  { length: 4 },
  (_, i) => Array.from({ length: 784 }, (_, p) => p % 28 < 4 + i ? 0 : (p * 37 + i * 101) % 256),
);
const labels = [7, 0, 9, 4];
const rows = images.map((pixels, i) => [labels[i], ...pixels]);
const counted = (before: string, from: number, count = 785) =>
  Array.from({ length: count }, (_, k) => `${before}${from + k}`);

type Cell = string | number;
const text = (lines: Cell[][], separator = ",", end = "\n") =>
  lines.map((line) => line.join(separator) + end).join("");
const changed = (change: (pixel: number) => Cell, change2: (label: number) => Cell = (l) => l) =>
  rows.map(([label, ...pixels]) => [change2(label), ...pixels.map(change)]);
const withLabel = (label: Cell) => [header, ...rows.map((row) => row.with(0, label as number))];
const transposed = (lines: Cell[][]) => lines[0].map((_, k) => lines.map((line) => line[k]));
const bytes = (...content: number[]) => Uint8Array.from(content);
const columns = (...kinds: string[]) => ({ columns: kinds }) as ReadOptions;

/** What is read as it is. */
const right: Record<string, string | Uint8Array> = {
  "a byte order mark and Windows' line ends": "\ufeff" + text([header, ...rows], ",", "\r\n"),
  "every value in quotation marks": text(
    [header, ...rows].map((line) => line.map((value) => `"${value}"`)),
  ),
  "names in quotation marks": text([header.map((name) => `"${name}"`), ...rows]),
  "line ends of an old Mac, none at the end": text([header, ...rows], ",", "\r").slice(0, -1),
  "a gzip archive under a CSV's name": gzipSync(text([header, ...rows])),
};

/** What is read with options, and the options as the refusal shows them. */
const convertible: Record<string, [content: string, options: ReadOptions, shown: string]> = {
  "semicolons of a German Excel": [
    "\ufeff" + text([header, ...rows], ";", "\r\n"),
    { separator: ";" },
    '{ separator: ";" }',
  ],
  "semicolons, every value in quotation marks": [
    text([header, ...rows].map((line) => line.map((value) => `"${value}"`)), ";"),
    { separator: ";" },
    '{ separator: ";" }',
  ],
  "semicolons and an index": [
    text([["", ...header], ...rows.map((row, i) => [i, ...row])], ";"),
    { ...columns("skip", "label", "pixels"), separator: ";" },
    '{ columns: ["skip", "label", "pixels"], separator: ";" }',
  ],
  "tabs": [text([header, ...rows], "\t"), { separator: "\t" }, '{ separator: "\\t" }'],
  "tabs and no header": [
    text(rows, "\t"),
    { ...columns("label", "pixels"), header: false, separator: "\t" },
    '{ columns: ["label", "pixels"], header: false, separator: "\\t" }',
  ],
  "NumPy's savetxt": [
    text(changed((p) => p.toExponential(18), (l) => l.toExponential(18)), " "),
    { ...columns("label", "pixels"), header: false, separator: " ", scale: 1 },
    '{ columns: ["label", "pixels"], header: false, separator: " ", scale: 1 }',
  ],
  "NumPy's savetxt with commas and a header": [
    text([["# label", ...pixelNames], ...rows]),
    columns("label", "pixels"),
    '{ columns: ["label", "pixels"] }',
  ],
  "vertical bars": [text([header, ...rows], "|"), { separator: "|" }, '{ separator: "|" }'],
  "R's V1 to V785": [
    text([counted("V", 1), ...rows]),
    columns("label", "pixels"),
    '{ columns: ["label", "pixels"] }). If the label comes last',
  ],
  "an index and columns that are counted": [
    text([["", ...counted("", 0)], ...rows.map((row, i) => [i, ...row])]),
    columns("skip", "label", "pixels"),
    '{ columns: ["skip", "label", "pixels"] }). If the label comes last',
  ],
  "columns counted from 1": [
    text([counted("", 1), ...rows]),
    columns("label", "pixels"),
    '{ columns: ["label", "pixels"] }). If the label comes last',
  ],
  "columns that are counted, the label last": [
    text([counted("col_", 0), ...rows.map(([label, ...pixels]) => [...pixels, label])]),
    columns("pixels", "label"),
    'If the label comes last: ["pixels", "label"]',
  ],
  "two indices of pandas": [
    text([["Unnamed: 0.1", "Unnamed: 0", ...header], ...rows.map((row, i) => [i, i, ...row])]),
    columns("skip", "skip", "label", "pixels"),
    '{ columns: ["skip", "skip", "label", "pixels"] }',
  ],
  "labels with decimals": [
    text([header, ...changed((p) => p, (l) => `${l}.0`)]),
    { scale: 1 },
    "{ scale: 1 }",
  ],
  "spaces behind the commas of the header": [
    text([header], ", ") + text(rows),
    columns("label", "pixels"),
    '{ columns: ["label", "pixels"] }',
  ],
};

/** What is refused, and what is said. */
const refused: Record<string, [content: string | Uint8Array, ...says: string[]]> = {
  "letters": [text(withLabel(23)), 'found "23"', "a file of letters, such as EMNIST's?"],
  "labels as words": [text(withLabel("seven")), 'found "seven"', "the digit as a number"],
  "labels as bytes of Python": [text(withLabel("b'7'")), "the digit as a number"],
  "a label that is not there": [text(withLabel("NaN")), 'found "NaN". Correct the value'],
  "a line for Excel alone": ["sep=;\n" + text([header, ...rows], ";"), "for Excel", "Remove it"],
  "the same with a comma": ["sep=,\n" + text([header, ...rows]), "for Excel", "Remove it"],
  "an image that pandas took for names": [
    text([["7", ...rows[0].slice(1).map((_, k) => k === 0 ? "0" : `0.${k}`)], ...rows]),
    "pandas has taken for names",
    "Remove line 1",
    '{ columns: ["label", "pixels"], header: false }',
  ],
  "labels in ten columns": [
    text([[...pixelNames, ...counted("label_", 0, 10)]]),
    "ten columns or more besides the pixels",
    "argmax(axis=1)",
  ],
  "images in columns": [text(transposed(rows)), "4 values", "exchange rows and columns"],
  "images in columns, with names": [
    text(transposed([header, ...rows])),
    '"label" and then only numbers',
    "exchange rows and columns",
  ],
  "many images in columns": ["7,".repeat(40_000) + "1\n", "a column for each image"],
  "signed bytes": [
    text([header, ...changed((p) => p > 127 ? p - 256 : p)]),
    "read as signed numbers. Add 256",
  ],
  "pixels from -1 to 1": [
    text([header, ...changed((p) => (p / 127.5 - 1).toFixed(6))]),
    "add 1, and multiply by 127.5",
  ],
  "standardized pixels": [
    text([header, ...changed((p) => ((p / 255 - 0.1307) / 0.3081).toFixed(6))]),
    "mean was subtracted",
  ],
  "images of 32 x 32": [
    text([["label", ...counted("pixel", 0, 1024)]]),
    "1024 pixels, images of 32 x 32",
    "docs/trouble.md",
  ],
  "scikit-learn's digits": [
    text([[...counted("pixel_0_", 0, 64), "target"]]),
    "64 pixels, images of 8 x 8",
  ],
  "images of 20 x 20 without a header": [text([Array(400).fill(0.1)]), "images of 20 x 20"],
  "images in color": [text([[...counted("pixel", 0, 2352), "label"]]), "in three colors"],
  "names of pictures": [text([["filename", "label"], ["a.png", 5]]), "no pixels are in it"],
  "an array in one column": [text([["label", "image"], [5, '"[0 0 3]"']]), "no pixels are in it"],
  "a conflict of Git": ["<<<<<<< HEAD\n" + text([header, ...rows]), "Git has marked a conflict"],
  "macOS' side file": [bytes(0, 5, 22, 7, 0, 2, 0, 0, 77), "side file of macOS"],
  "QMNIST's labels": [bytes(0, 0, 12, 2, 0, 0, 0, 1, 0, 0, 0, 8), "such as QMNIST's labels"],
};

/** Reads the content of a file. */
async function read(content: string | Uint8Array, options: ReadOptions = {}) {
  using folder = temporaryFolder();
  const file = folder.path("train.csv");
  if (typeof content === "string") Deno.writeTextFileSync(file, content);
  else Deno.writeFileSync(file, content);
  const { X, labels, count } = await readDigits(file, options);
  return {
    labels: labels && [...labels],
    pixels: Array.from({ length: count }, (_, j) => [...X.pixels!.image(j)]),
  };
}
const expected = { labels, pixels: images };

for (const [what, content] of Object.entries(right)) {
  Deno.test(`readDigits() reads ${what}`, async () => assertEquals(await read(content), expected));
}

for (const [what, [content, options, shown]] of Object.entries(convertible)) {
  Deno.test(`readDigits() reads ${what} with the options that its refusal names`, async () => {
    const { message } = await assertRejects(() => read(content), DataError);
    assertStringIncludes(message, shown);
    assertEquals(await read(content, options), expected);
  });
}

for (const [what, [content, ...says]] of Object.entries(refused)) {
  Deno.test(`readDigits() refuses ${what}`, async () => {
    const { message } = await assertRejects(() => read(content), DataError);
    for (const words of says) assertStringIncludes(message, words);
  });
}

Deno.test("readDigits() reads decimal commas between semicolons", async () => {
  const scaled = text([header, ...changed((p) => (p / 255).toFixed(5).replace(".", ","))], ";");
  const { message } = await assertRejects(() => read(scaled, { separator: ";" }), DataError);
  assertStringIncludes(message, "{ scale: 255 }");
  assertEquals(await read(scaled, { separator: ";", scale: 255 }), expected);
  // Between commas, one inside quotation marks may be of thousands: nothing is guessed.
  const quoted = text([header, ...changed((p) => `"${(p / 255).toFixed(5).replace(".", ",")}"`)]);
  await assertRejects(() => read(quoted, { scale: 255 }), DataError, "but found");
});

Deno.test("readDigits() says where a file is that is not there, as far as its path tells", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(folder.path("train.csv"), text([header, ...rows]));
  const ways: [path: string, says: string][] = [
    [folder.path("train"), `Did you mean ${folder.path("train.csv")}?`],
    [folder.path("other.csv"), "Check the path"],
    ["/kaggle/input/digit-recognizer/train.csv", "Kaggle or Colab"],
    ["../input/digit-recognizer/train.csv", "Kaggle or Colab"],
    ["/content/train.csv", "Kaggle or Colab"],
  ];
  for (const [path, says] of ways) {
    const { message } = await assertRejects(() => readDigits(path), DataError);
    assertStringIncludes(message, says);
  }
  assertEquals((await readDigits(folder.path("train.csv"))).count, 4);
});
