import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { loadDigits, readDigits } from "glassnet";
import { type Files, host, useHost } from "../../lib/host/host.ts";
import { csv, header, pixelNames, row, temporaryFolder } from "../data/files.ts";

/** Runs `work` where some of the files' functions do something else. */
async function withFiles<T>(other: Partial<Files>, work: () => Promise<T>): Promise<T> {
  const before = host();
  useHost({ ...before, files: { ...before.files, ...other } });
  try {
    return await work();
  } finally {
    useHost(before);
  }
}

Deno.test("a host may vouch for a CSV's cache, and then the CSV is not looked at", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, csv(header, row(7, 200)));
  const before = await readDigits(file);
  Deno.writeTextFileSync(file, csv(header, row(7, 100)));
  const vouched = await withFiles({ vouchesFor: (csv) => csv === file }, () => readDigits(file));
  assertEquals(vouched, before);
  assertEquals((await readDigits(file)).X.get(0, 0), 100 / 255);
});

Deno.test("a host may have the labels of the test images", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(folder.path("train.csv"), csv(header, row(3)));
  Deno.writeTextFileSync(folder.path("test.csv"), csv(pixelNames, row(0, 255).slice(2)));
  const labels = Uint8Array.of(8);
  const labelsOf = (csv: string) =>
    Promise.resolve(csv === join(folder.path(""), "test.csv") ? labels : undefined);
  const dir = folder.path("");
  const load = () => loadDigits({ dir, testLabels: true, onProgress() {} });
  assertEquals((await withFiles({ labelsOf }, load)).test.labels, labels);
  const { test } = await withFiles({ labelsOf }, () => loadDigits({ dir, onProgress() {} }));
  assertEquals(test.labels, undefined);
});

Deno.test("without a host, what needs one says so, and a training runs on one thread", async () => {
  const script = `
    import { readDigits } from "${import.meta.resolve("../../lib/data/read_digits.ts")}";
    import { Matrix, train } from "${import.meta.resolve("../../lib/core.ts")}";
    const X = Matrix.from([[1, 0], [0, 1]]);
    const { stopped } = await train({ X, labels: Uint8Array.of(0, 1), count: 2 }, { iterations: 3 });
    console.log(stopped, await readDigits("t.csv").catch(({ message }) => message));`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--quiet", script],
    env: { NO_COLOR: "1" },
  }).output();
  assertEquals(
    new TextDecoder().decode(stdout).trim(),
    'undefined A file needs Deno or a page of Glassnet, and this is the core alone. Import "glassnet" there.',
    new TextDecoder().decode(stderr),
  );
});
