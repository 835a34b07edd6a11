import { assertEquals, assertRejects } from "@std/assert";
import { ArgumentError, DataError } from "glassnet";
import { writeSubmission } from "../../lib/data/write_submission.ts";
import { namesIn, temporaryFolder } from "./files.ts";

Deno.test("writeSubmission() writes ImageId,Label with ids from 1", async () => {
  using folder = temporaryFolder();
  const path = folder.path("submission.csv");
  await writeSubmission(path, Uint8Array.of(3, 7, 0));
  assertEquals(Deno.readTextFileSync(path), "ImageId,Label\n1,3\n2,7\n3,0\n");
  assertEquals(namesIn(folder.path(".")), ["submission.csv"]);
});

Deno.test("writeSubmission() overwrites only when told to", async () => {
  using folder = temporaryFolder();
  const path = folder.path("submission.csv");
  Deno.writeTextFileSync(path, "mine");
  const error = await assertRejects(() => writeSubmission(path, [1]), DataError, "overwrite: true");
  assertEquals(error.file, path);
  assertEquals(Deno.readTextFileSync(path), "mine");
  await writeSubmission(path, [1], { overwrite: true });
  assertEquals(Deno.readTextFileSync(path), "ImageId,Label\n1,1\n");
});

Deno.test("writeSubmission() throws if a prediction is no digit, and writes nothing", async () => {
  using folder = temporaryFolder();
  const path = folder.path("submission.csv");
  for (const wrong of [10, -1, 2.5, NaN, Infinity]) {
    const words = `found ${wrong} for ImageId 2 (predictions[1])`;
    await assertRejects(() => writeSubmission(path, [1, wrong]), ArgumentError, words);
  }
  await assertRejects(() => writeSubmission(path, []), ArgumentError, "none at all");
  assertEquals(namesIn(folder.path(".")), []);
});

Deno.test("writeSubmission() throws if the folder is missing", async () => {
  using folder = temporaryFolder();
  const path = folder.path("no/submission.csv");
  await assertRejects(() => writeSubmission(path, [1]), DataError, "no such folder");
});
