import { assertEquals, assertRejects } from "@std/assert";
import { DataError } from "../../lib/data/errors.ts";
import { requireLabels } from "../../lib/training/labels.ts";
import { loadDigits } from "../../lib/data/load_digits.ts";
import { csv, header, pixelNames, row, temporaryFolder } from "./files.ts";

Deno.test("loadDigits() loads the sample, ten classes of the same size", async () => {
  const { train, test } = await loadDigits({ sample: true });
  assertEquals([train.count, train.X.shape, test.count, test.X.shape], [
    500,
    "784 x 500",
    50,
    "784 x 50",
  ]);
  const sizes = Array(10).fill(0);
  for (const label of requireLabels(train, "this test")) sizes[label]++;
  assertEquals(sizes, Array(10).fill(50));
  assertEquals(test.labels, undefined);
});

Deno.test("loadDigits() loads train.csv and test.csv of a folder, and reports on both", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(folder.path("train.csv"), csv(header, row(3), row(8, 9)));
  Deno.writeTextFileSync(folder.path("test.csv"), csv(pixelNames, row(0, 255).slice(2)));
  const reports: string[] = [];
  const { train, test } = await loadDigits({
    dir: folder.path("."),
    onProgress: ({ what }) => reports.push(what),
  });
  assertEquals([...train.labels!], [3, 8]);
  assertEquals([test.X.get(0, 0), test.labels], [1, undefined]);
  assertEquals([...new Set(reports)], ["Reading train.csv", "Reading test.csv"]);
});

Deno.test("loadDigits() names a train.csv without labels, such as a test.csv in its place", async () => {
  using folder = temporaryFolder();
  for (const name of ["train.csv", "test.csv"]) {
    Deno.writeTextFileSync(folder.path(name), csv(pixelNames, row(0, 255).slice(2)));
  }
  const load = () => loadDigits({ dir: folder.path("."), onProgress() {} });
  const error = await assertRejects(load, DataError, "these images have no labels");
  assertEquals([error.file?.endsWith("train.csv"), error.line, error.column], [true, 1, 1]);
});

Deno.test("loadDigits() says how to make a file that is missing", async () => {
  using folder = temporaryFolder();
  const load = () => loadDigits({ dir: folder.path(".") });
  const error = await assertRejects(load, DataError, "deno task data");
  assertEquals(error.file?.endsWith("train.csv"), true);
  Deno.writeTextFileSync(folder.path("train.csv"), csv(header, row(3)));
  await assertRejects(load, DataError, "test.csv");
});
