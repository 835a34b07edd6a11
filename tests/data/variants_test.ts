/** Digits as others write them: each is refused with the options that read it, and read with them. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import { ArgumentError, DataError, readDigits, type ReadOptions } from "glassnet";
import { csv, header, pixelNames, row, temporaryFolder } from "./files.ts";
import made from "./fixtures/variants.json" with { type: "json" };

const folder = new URL("fixtures/variants/", import.meta.url);
const original = (name: string) => Deno.readFileSync(new URL(name, folder));
const unpacked = (name: string) => gunzipSync(original(`${name}.csv.gz`));

/** Reads bytes as a file of this name would be read. */
async function read(content: string | Uint8Array, options: ReadOptions = {}, name = "digits.csv") {
  using folder = temporaryFolder();
  const file = folder.path(name);
  Deno.writeFileSync(
    file,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
  const { X, labels, count } = await readDigits(file, options);
  return {
    labels: labels && [...labels],
    pixels: Array.from({ length: count }, (_, j) => X.pixels!.image(j).toHex()),
  };
}

const expected = { labels: made.labels, pixels: made.pixels };
const withoutLabels = ["without_header_or_label", "id_for_test"];
/** What the message says where it can't know everything. */
const partly: Record<string, string> = {
  "without_header_label_last": 'If the label comes last: ["pixels", "label"].',
  "scaled_by_256": "{ scale: 255 }",
  "scaled_index_label_last": '{ columns: ["skip", "pixels", "label"] }',
};

for (const [name, options] of Object.entries(made.options) as [string, ReadOptions][]) {
  Deno.test(`readDigits() reads ${name} with the options that its refusal names`, async () => {
    const content = unpacked(name);
    const error = await assertRejects(() => read(content), DataError);
    const shown = Object.entries({ columns: options.columns, header: options.header, ...options })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)?.replaceAll(",", ", ")}`);
    assertStringIncludes(error.message, partly[name] ?? `{ ${shown.join(", ")} }`);
    const right = withoutLabels.includes(name) ? { ...expected, labels: undefined } : expected;
    assertEquals(await read(content, options), right);
    assertEquals(await read(original(`${name}.csv.gz`), options), right, "and in its archive");
  });
}

Deno.test("readDigits() keeps the digits of each way to read a file apart", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, csv(header, row(7, 1, 0, 1)));
  for (let time = 0; time < 2; time++) {
    assertEquals((await readDigits(file, { scale: 255 })).X.get(0, 0), 1);
    assertEquals((await readDigits(file, { scale: 1 })).X.get(0, 0), 1 / 255);
    await assertRejects(() => readDigits(file), DataError, "0 and 1");
  }
  assert(Deno.statSync(`${file}.cache`).isFile);
});

Deno.test("readDigits() reads the original files, packed and not, with the labels beside them", async () => {
  using folder = temporaryFolder();
  for (const end of ["", ".gz"]) {
    const images = folder.path(`digits-images-idx3-ubyte${end}`);
    Deno.writeFileSync(images, original(`digits-images-idx3-ubyte${end}`));
    const named = folder.path(`my-labels${end}`);
    Deno.writeFileSync(named, original(`digits-labels-idx1-ubyte${end}`));
    assertEquals((await readDigits(images)).labels, undefined, "none are there");
    assertEquals([...(await readDigits(images, { labels: named })).labels!], made.labels);
    Deno.renameSync(named, folder.path(`digits-labels-idx1-ubyte${end}`));
    const { X, labels, count } = await readDigits(images);
    assertEquals([...labels!], made.labels);
    assertEquals(Array.from({ length: count }, (_, j) => X.pixels!.image(j).toHex()), made.pixels);
  }
});

const images = original("digits-images-idx3-ubyte");
const labels = original("digits-labels-idx1-ubyte");

Deno.test("readDigits() refuses what is wrong with an original file", async () => {
  const refused: [Uint8Array, string][] = [
    [images.subarray(0, -1), "was not copied to its end"],
    [Uint8Array.of(...images, 0), "takes 4720 bytes, but found 4721"],
    [images.with(11, 20), "was not copied to its end"],
    [images.subarray(0, 9), "expected an original MNIST file"],
    [labels, "these are 6 labels"],
    [
      Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6),
      "28 x 28, but found 1 x 2",
    ],
    [Uint8Array.of(0, 0, 8, 3, ...Array(12).fill(255)), "or is damaged"],
    [gzipSync(images).subarray(0, -30), "damaged"],
  ];
  for (const [content, words] of refused) {
    await assertRejects(() => read(content, {}, "t-images-idx3-ubyte"), DataError, words);
  }
  using folder = temporaryFolder();
  const path = folder.path("images");
  Deno.writeFileSync(path, images);
  for (
    const [content, words] of [
      [labels.with(7, 5).subarray(0, -1), "the labels of 6 images, but found 5"],
      [labels.with(-1, 10), "the label of image 5 is 10"],
      [images, "the labels of 6 images, but found a file of images"],
    ] as const
  ) {
    Deno.writeFileSync(folder.path("labels"), content);
    await assertRejects(
      () => readDigits(path, { labels: folder.path("labels") }),
      DataError,
      words,
    );
  }
  await assertRejects(() => readDigits(path, { scale: 255 }), ArgumentError, "an original file");
});

/** Options and headers that do not belong together, and what is said of them. */
const misfits: [ReadOptions, string, string][] = [
  [
    { columns: ["label", "pixels"] },
    csv(header.toSorted(), row(5)),
    'found "pixel10" after "pixel1"',
  ],
  [{ columns: ["label", "pixels"] }, csv(pixelNames, row(5)), "expected 785 names"],
  [{ columns: ["label", "pixels"] }, csv(row(5), row(6)), "add header: false"],
  [{ columns: ["label", "pixels"], header: false }, csv(header, row(9)), "leave out header: false"],
  [{ scale: 255 }, csv(header, row(7, 0.5)), 'when multiplied by 255, but found "0.5"'],
  [{ scale: 255 }, csv(header, row(7, -1)), 'found "-1"'],
  [{ scale: 255 }, csv(header, row(7, 2)), 'found "2"'],
  [
    { scale: 255 },
    csv(header, row(7.5, 1)),
    'expected a label, a whole number from 0 to 9, but found "7.5"',
  ],
  [{ scale: 1 }, csv(header, row(7, "NaN")), 'found "NaN"'],
  [{ columns: ["label", "pixels"] }, csv(header, row(7) + ",1"), '"1" is one too many'],
  [
    {},
    csv(header, row(7) + ","),
    'ends in a comma. To read it as it is: readDigits(path, { columns: ["label", "pixels", "skip"] })',
  ],
  [{}, csv(header, "2," + row(7)), "R's row names"],
  [{}, csv(header, row(7), row(8) + ","), "one too many"],
];

Deno.test("readDigits() says what does not fit to its options", async () => {
  for (const [options, content, words] of misfits) {
    await assertRejects(() => read(content, options), DataError, words);
  }
});

Deno.test("readDigits() refuses options that describe no file", async () => {
  const wrong: [unknown, string][] = [
    [{ header: false }, "columns beside header: false"],
    [{ columns: ["label"] }, 'found ["label"]'],
    [{ columns: ["pixels", "pixels"] }, '"pixels", once'],
    [{ columns: "pixels" }, 'found "pixels"'],
    [{ columns: ["pixel0"] }, 'found ["pixel0"]'],
    [{ scale: 0 }, "scale to be a number greater than 0"],
    [{ scale: 1000 }, "not above 256"],
    [{ header: "no" }, "header to be true or false"],
    [{ labels: "labels" }, "no labels for a CSV"],
    [{ labels: 7 }, "expected a path"],
  ];
  for (const [options, words] of wrong) {
    await assertRejects(
      () => read(csv(header, row(7, 8)), options as ReadOptions),
      ArgumentError,
      words,
    );
  }
});

Deno.test("readDigits() reads whole numbers of which few are above 1, and none", async () => {
  for (const pixels of [[1, 1, 2], [0, 0, 0], [255]]) {
    assertEquals((await read(csv(header, row(7, ...pixels)))).labels, [7]);
  }
});
