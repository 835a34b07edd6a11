import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { DataError, loadParameters, type Parameters } from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import { entries, file } from "./made_files.ts";
import networks from "./fixtures/networks.json" with { type: "json" };

/** Loads a file of these bytes. */
async function load(bytes: Uint8Array): Promise<Parameters> {
  using folder = temporaryFolder();
  const path = folder.path("network.safetensors");
  Deno.writeFileSync(path, bytes);
  return await loadParameters(path);
}

/** A file of float32 tensors of these shapes. */
function network(shapes: Record<string, number[]>): Uint8Array {
  const header = entries(shapes);
  return file(header, Math.max(...Object.values(header).map(({ data_offsets: [, end] }) => end)));
}

for (const [what, { file, dtype, ...expected }] of Object.entries(networks)) {
  Deno.test(`loadParameters() reads ${what} as NumPy wrote it`, async () => {
    const { W1, b1, W2, b2 } = await load(Uint8Array.fromBase64(file));
    assertEquals([W1, b1, W2, b2].map((A) => A.dtype), Array(4).fill(dtype));
    assertEquals(
      { W1: W1.toArray(), b1: b1.toArray(), W2: W2.toArray(), b2: b2.toArray() },
      expected,
    );
  });
}

const two = { "fc1.weight": [10, 784], "fc1.bias": [10], "fc2.weight": [10, 10], "fc2.bias": [10] };

Deno.test("loadParameters() goes by the numbers of layers whose shapes could go either way", async () => {
  const square = { "l10.weight": [2, 2], "l10.bias": [2], "l9.weight": [2, 2], "l9.bias": [2] };
  const bytes = network(square);
  new DataView(bytes.buffer).setFloat32(bytes.length - 48, 1, true); // in the first tensor, l10.weight
  const { W1, W2 } = await load(bytes);
  assertEquals([W1.get(0, 0), W2.get(0, 0)], [0, 1]);
});

const refused: Record<string, [Record<string, number[]>, ...string[]]> = {
  "three layers": [
    { ...two, "fc3.weight": [10, 10], "fc3.bias": [10] },
    "two layers",
    "found 3",
    "fc3",
  ],
  "a third layer without a bias": [{ ...two, "fc3.weight": [10, 10] }, "found 3", "fc3"],
  "three layers in our own names": [
    { W1: [16, 784], b1: [16], W2: [16, 16], b2: [16], W3: [10, 16], b3: [10] },
    "found 3",
  ],
  "a layer under two names": [{ ...two, "fc1.kernel": [784, 10] }, "found 3"],
  "two networks": [
    {
      W1: [3, 4],
      b1: [3],
      W2: [2, 3],
      b2: [2],
      "0.weight": [3, 4],
      "0.bias": [3],
      "2.weight": [2, 3],
      "2.bias": [2],
    },
    "found 4",
  ],
  "one layer": [{ "fc.weight": [10, 784], "fc.bias": [10] }, "two layers under other names"],
  "layers without biases": [
    { "fc1.weight": [10, 784], "fc2.weight": [10, 10] },
    'a bias beside "fc1.weight"',
    "save zeros",
  ],
  "a bias without weights": [{ ...two, "fc2.weight": [10, 10], "fc3.bias": [10] }, "found 3"],
  "batch normalization": [
    { ...two, "bn1.weight": [10], "bn1.bias": [10], "bn1.running_mean": [10] },
    "bn1.running_mean",
    "batch normalization",
  ],
  "layer normalization": [{ ...two, "norm.weight": [10], "norm.bias": [10] }, "found 3", '"norm"'],
  "a learned slope": [{ ...two, "act.weight": [1] }, "found 3", '"act"'],
  "a convolution": [
    { "conv1.weight": [8, 1, 3, 3], "conv1.bias": [8], "fc1.weight": [10, 5408], "fc1.bias": [10] },
    '"conv1.weight"',
    "convolution",
  ],
  "layers of which nothing says the order": [
    { "in.weight": [4, 4], "in.bias": [4], "out.weight": [4, 4], "out.bias": [4] },
    "do not say which layer comes first",
  ],
  "weights the other way round beside square ones": [
    { W1: [784, 10], b1: [10], W2: [10, 10], b2: [10] },
    '"W1" is the other way round',
    "W1.T",
  ],
  "layers in the wrong order": [
    { W1: [10, 16], b1: [10], W2: [16, 784], b2: [16] },
    "expected W2 to be 16 x 10",
  ],
  "names that say nothing": [{ a: [10, 784], b: [10], c: [10, 10], d: [10] }, '"W1"', '"a", "b"'],
};

for (const [what, [shapes, ...words]] of Object.entries(refused)) {
  Deno.test(`loadParameters() refuses ${what}`, async () => {
    const error = await assertRejects(() => load(network(shapes)), DataError);
    for (const word of words) assertStringIncludes(error.message, word);
  });
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const binary = (first: string, then = "") =>
  Uint8Array.from([...first, ...Array(200).fill("\x01"), ...then], (c) => c.charCodeAt(0));

/** What is put in a safetensors file's place, and what is said of it. */
const others: Record<string, [Uint8Array, ...string[]]> = {
  "torch.save": [binary("PK\x03\x04", "archive/data.pkl"), "torch.save", "save_file(model"],
  "an old torch.save": [binary("\x80\x02\x8a\x0a"), "pickle", "save_file(model"],
  "np.savez": [binary("PK\x03\x04", "W1.npy"), ".npz", "save_file({"],
  "np.save": [binary("\x93NUMPY\x01\x00"), ".npy", "save_file({"],
  "Keras": [binary("PK\x03\x04", "model.weights.h5"), "Keras", "save_file({"],
  "Keras before version 3": [binary("\x89HDF\r\n\x1a\n"), "HDF5", "save_file({"],
  "weights as JSON": [utf8('{"W1": [[0.5, 0.25]]}'), "JSON", "save_file({"],
  "a pointer of Git LFS": [
    utf8("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"),
    "Git LFS",
    "git lfs pull",
  ],
  "a CSV": [utf8("W1,b1\n0.5,0.25\n"), "a CSV"],
  "a web page": [utf8("<!DOCTYPE html><title>404</title>"), "web page", "Download"],
  "gzip": [binary("\x1f\x8b\x08\0\0\0\0\0"), "gzip", "gunzip"],
};

for (const [what, [bytes, ...words]] of Object.entries(others)) {
  Deno.test(`loadParameters() knows ${what}`, async () => {
    const error = await assertRejects(() => load(bytes), DataError);
    for (const word of words) assertStringIncludes(error.message, word);
  });
}
