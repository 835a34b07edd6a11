import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { pathToFileURL } from "node:url";
import {
  ArgumentError,
  DataError,
  initParameters,
  loadParameters,
  readDigits,
  saveParameters,
} from "glassnet";
import { csv, header, namesIn, row, temporaryFolder } from "./files.ts";

Deno.test("a path in which a backslash has become another character is refused, also for writing", async () => {
  using folder = temporaryFolder();
  for (
    const [path, words] of [
      ["data\train.csv", "a backslash and t are a tab"],
      ["data\new.csv", "a backslash and n are a line end"],
      ["data\bad.csv", "a backslash and b are one character"],
    ]
  ) {
    await assertRejects(() => readDigits(path), ArgumentError, words);
    await assertRejects(() => loadParameters(path), ArgumentError, words);
    await assertRejects(
      () => saveParameters(folder.path(path), initParameters()),
      ArgumentError,
      words,
    );
  }
  assertEquals(namesIn(folder.path(".")), []);
});

Deno.test("a path that leads nowhere is explained by its look", async () => {
  const cases = {
    "~/Downloads/train.csv": "Only a shell knows what ~ means",
    "..data\\sample.csv": "Write / between",
    "..datasample.csv": "Was there a backslash?",
    "C:Usersada": "Was there a backslash?",
    "no\\such.csv": "Write / between",
    "data\\sample.csv": '"data/sample.csv" is there',
    "my%20digits.csv": "%20",
    " data/sample.csv": "a space",
    "no/such.csv": "a notebook's paths start at the notebook's folder",
    ".hidden.csv": "a notebook's paths start at the notebook's folder",
  };
  for (const [path, words] of Object.entries(cases)) {
    for (const call of [readDigits, loadParameters]) {
      const error = await assertRejects(() => call(path), DataError);
      assertStringIncludes(error.message, words, path);
      assertEquals(error.file, path);
    }
  }
});

Deno.test("the address of a file is a path, too, and that of a server is not", async () => {
  using folder = temporaryFolder();
  const file = folder.path("my digits~1.csv");
  Deno.writeTextFileSync(file, csv(header, row(5)));
  assertEquals((await readDigits(pathToFileURL(file).href)).count, 1);
  assertEquals((await readDigits(file)).count, 1);
  for (const address of ["file://", "file:///", "file://server/train.csv"]) {
    await assertRejects(() => readDigits(address), ArgumentError, "found the address");
  }
});
