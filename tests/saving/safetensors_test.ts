import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { DataError, initParameters, loadParameters, saveParameters } from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import { entries, file } from "./made_files.ts";

const encoder = new TextEncoder();

const shapes = { W1: [2, 3], b1: [2, 1], W2: [2, 2], b2: [2] };
const good = entries(shapes);
const bytesOfGood = 4 * (6 + 2 + 4 + 2);

/** Everything that can be wrong with a file, and what is said of it. */
const refused: Record<string, [Uint8Array, ...string[]]> = {
  "is empty": [new Uint8Array(), "has only 0 bytes"],
  "has less than a header's length": [new Uint8Array(7), "has only 7 bytes"],
  "is a CSV": [encoder.encode("label,pixel0,pixel1\n5,0,0\n"), "this is a CSV"],
  "has a header as long as can be": [file("{}", 0, 2n ** 64n - 1n), "18446744073709551615 bytes"],
  "has a header longer than the file": [
    file("{}", 0, 3n),
    "would have 3 bytes, and the file has 10",
  ],
  "has a header of nothing": [file(""), "is not JSON"],
  "has a header that is not JSON": [file("{W1: 1}"), "is not JSON"],
  "has a header that is not UTF-8": [
    file('{"W1":1}').map((byte) => byte === 0x57 ? 0xff : byte),
    "is not JSON",
  ],
  "has an array as header": [file([]), "is no JSON object"],
  "has null as header": [file("null"), "is no JSON object"],
  "has metadata that is no text": [file({ __metadata__: { a: 1 } }), 'a text as metadata "a"'],
  "has no object as metadata": [file({ __metadata__: 3 }), "a text as metadata"],
  "has a number as an entry": [file({ W1: 3 }), 'entry of "W1"'],
  "has an entry without a shape": [
    file({ W1: { dtype: "F32", data_offsets: [0, 4] } }, 4),
    'entry of "W1"',
  ],
  "has a negative length": [
    file({ W1: { dtype: "F32", shape: [-1, -1], data_offsets: [0, 4] } }, 4),
    'entry of "W1"',
  ],
  "has offsets in the wrong order": [
    file({ W1: { dtype: "F32", shape: [1], data_offsets: [4, 0] } }, 4),
    "overlap, or leave a gap",
  ],
  "has three offsets": [
    file({ W1: { dtype: "F32", shape: [1], data_offsets: [0, 4, 4] } }, 4),
    'entry of "W1"',
  ],
  "has a shape too large to count": [
    file(
      { ...good, W1: { dtype: "F32", shape: [2 ** 40, 2 ** 40], data_offsets: [0, 24] } },
      bytesOfGood,
    ),
    "The file is damaged",
  ],
  "has a shape that takes other bytes": [
    file({ ...good, W1: { dtype: "F32", shape: [2, 4], data_offsets: [0, 24] } }, bytesOfGood),
    "2 x 4, which in F32 takes 32 bytes, but 24",
  ],
  "has tensors that overlap": [
    file({ ...good, b1: { dtype: "F32", shape: [2], data_offsets: [20, 28] } }, bytesOfGood),
    "overlap, or leave a gap",
  ],
  "leaves a gap": [
    file({ ...good, more: { dtype: "F32", shape: [1], data_offsets: [60, 64] } }, 64),
    "overlap, or leave a gap",
  ],
  "is cut off": [file(good, bytesOfGood - 1), "as the header says, but the file has"],
  "is too long": [file(good, bytesOfGood + 1), "as the header says, but the file has"],
  "has no tensors": [file({}), 'a tensor "W1", a "b1", a "W2"', "found no tensors at all"],
  "has other tensors": [
    file(entries({ "fc1.weight": [2, 3] }), 24),
    'a bias beside "fc1.weight", but found "fc1.weight"',
  ],
  "has no b2": [
    file(entries({ W1: [2, 3], b1: [2], W2: [2, 2] }), 48),
    'a bias beside "W2", but found "W1", "b1", "W2"',
  ],
  "is in F8": [file(entries(shapes, "F8_E4M3", 1), 14), 'F64, F32, F16 or BF16, but found "F8'],
  "is in whole numbers": [file(entries(shapes, "I64", 8), 112), 'found "I64"'],
  "is in two formats": [
    file({ ...good, b2: { dtype: "F64", shape: [2], data_offsets: [48, 64] } }, 64),
    "one number format, but found float32 and float64",
  ],
  "has weights the other way round": [
    file(entries({ ...shapes, W1: [3, 2] }), bytesOfGood),
    '"W1" is the other way round',
  ],
  "has weights that do not fit": [
    file(entries({ ...shapes, W1: [3, 3] }), bytesOfGood + 12),
    "expected b1 to be 3 x 1, but found 2 x 1: W1 is 3 x 3",
  ],
  "has a cube": [file(entries({ ...shapes, W1: [1, 2, 3] }), bytesOfGood), "the shape [1, 2, 3]"],
  "has a tensor of nothing": [file(entries({ ...shapes, W1: [2, 0] }), 32), "the shape [2, 0]"],
};

for (const [what, [bytes, ...words]] of Object.entries(refused)) {
  Deno.test(`loadParameters() refuses a file that ${what}`, async () => {
    using folder = temporaryFolder();
    const path = folder.path("n");
    Deno.writeFileSync(path, bytes);
    const error = await assertRejects(() => loadParameters(path), DataError);
    for (const word of words) assertStringIncludes(error.message, word);
    assertEquals(error.file, path);
  });
}

Deno.test("loadParameters() refuses a folder and a missing file", async () => {
  using folder = temporaryFolder();
  await assertRejects(() => loadParameters(folder.path(".")), DataError, "is a folder");
  await assertRejects(() => loadParameters(folder.path("n")), DataError, "no such file");
});

Deno.test("loadParameters() makes no room for a size that is only claimed", async () => {
  using folder = temporaryFolder();
  const path = folder.path("n");
  // A file may be said to be of any size without taking any room: 2 GB of nothing.
  const shapes = { W1: [2 ** 28, 1], b1: [2 ** 28], W2: [1, 1], b2: [1] };
  const header = file(entries(shapes));
  Deno.writeFileSync(path, header);
  Deno.truncateSync(path, header.length + 2 ** 31 + 8);
  await assertRejects(() => loadParameters(path), DataError, "268435456 numbers");
});

Deno.test("loadParameters() reads what other programs may write", async () => {
  using folder = temporaryFolder();
  const path = folder.path("n");
  const names = { "0.weight": [2, 3], "0.bias": [2], "2.weight": [2, 2], "2.bias": [2] };
  for (
    const header of [
      good,
      JSON.stringify(good) + "   ",
      { __metadata__: { format: "pt" }, ...entries(names) },
      // Tensors that are not ours, of formats that we don't know, in any order.
      { ...good, more: { dtype: "F8_E4M3", shape: [8], data_offsets: [56, 64] } },
    ]
  ) {
    const data = JSON.stringify(header).includes("more") ? 64 : bytesOfGood;
    Deno.writeFileSync(path, file(header, data));
    const { W1, b1, W2, b2 } = await loadParameters(path);
    assertEquals([W1, b1, W2, b2].map(({ shape }) => shape), ["2 x 3", "2 x 1", "2 x 2", "2 x 1"]);
  }
});

Deno.test("loadParameters() reads a damaged file to the same numbers or refuses it", async () => {
  using folder = temporaryFolder();
  const path = folder.path("n");
  const parameters = initParameters({ inputs: 5, hidden: 3, classes: 2 });
  await saveParameters(path, parameters);
  const whole = Deno.readFileSync(path);
  const dataBytes = 8 * (15 + 3 + 6 + 2);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - dataBytes - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(whole.length),
      fc.boolean(),
      async (at, change, cut, isCut) => {
        const bytes = whole.slice(0, isCut ? cut : undefined);
        if (at < bytes.length) bytes[at] ^= change;
        Deno.writeFileSync(path, bytes);
        try {
          assertEquals(await loadParameters(path), parameters);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          assertEquals(error.file, path);
        }
      },
    ),
    { numRuns: 500 },
  );
});
