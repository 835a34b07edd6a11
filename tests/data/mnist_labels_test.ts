import { assertEquals, assertRejects } from "@std/assert";
import { DataError, loadDigits, Pixels } from "glassnet";
import { mnistLabels } from "../../lib/data/mnist_labels.ts";
import { readOriginals } from "../../lib/data/originals.ts";
import { csv, header, pixelNames, row, temporaryFolder } from "./files.ts";
import sample from "./fixtures/sample.json" with { type: "json" };

Deno.test("mnistLabels() gives the labels that the CSV has", async () => {
  const { train } = await loadDigits({ sample: true });
  assertEquals(await mnistLabels(train.X.pixels!), train.labels);
});

Deno.test("loadDigits({ testLabels }) finds the labels of the originals that NumPy finds", async () => {
  const { train, test } = await loadDigits({ sample: true, testLabels: true });
  const { labels } = await readOriginals();
  const expected = sample["sample_test.csv"].originals.map((original) => labels[original]);
  assertEquals([...test.labels!], expected);
  assertEquals([...train.labels!], sample["sample.csv"].labels);
});

Deno.test("mnistLabels() does not mind the order of the images", async () => {
  const { train } = await loadDigits({ sample: true });
  const order = Array.from({ length: 500 }, (_, j) => 499 - j);
  const labels = await mnistLabels(train.X.pixels!.select(order));
  assertEquals(labels, Uint8Array.from(train.labels!).reverse());
});

Deno.test("mnistLabels() throws where an image is not one of MNIST's", async () => {
  const { images } = await readOriginals();
  const changed = images.slice(0, 2 * 784);
  changed[784 + 400] ^= 1; // the smallest change of the second image
  await assertRejects(
    () => mnistLabels(Pixels.fromBytes(changed)),
    DataError,
    "the label of image 1 is not known",
  );
});

Deno.test("loadDigits({ testLabels }) names the line of an image that is not MNIST's", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(folder.path("train.csv"), csv(header, row(3)));
  Deno.writeTextFileSync(folder.path("test.csv"), csv(pixelNames, row(0, 255).slice(2)));
  const load = () => loadDigits({ dir: folder.path("."), testLabels: true, onProgress() {} });
  const error = await assertRejects(load, DataError, "it is none of MNIST's 70,000 images");
  assertEquals([error.file?.endsWith("test.csv"), error.line], [true, 2]);
});

Deno.test("loadDigits({ testLabels }) keeps labels that the file has", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(folder.path("train.csv"), csv(header, row(3)));
  Deno.writeTextFileSync(folder.path("test.csv"), csv(header, row(8, 9)));
  const { test } = await loadDigits({ dir: folder.path("."), testLabels: true, onProgress() {} });
  assertEquals([...test.labels!], [8]);
});
