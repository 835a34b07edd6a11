/**
 * Python's safetensors package reads our files, and we read its files. PyTorch itself reads and writes
 * such files in tests/saving/fixtures/make_pytorch.py.
 */

import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { fingerprint, loadDigits, loadParameters, predict, saveParameters, train } from "glassnet";
import { ask } from "../../tools/shared/processes.ts";
import { pythonEnvironment } from "../../tools/shared/python_environment.ts";
import { temporaryFolder } from "../data/files.ts";

const dtypes = ["float64", "float32"] as const;
const names = ["glassnet", "pytorch"] as const;

Deno.test("Python's safetensors reads our parameters and we read its, to the same predictions", async () => {
  const { python } = await pythonEnvironment();
  const digits = (await loadDigits({ sample: true })).train;
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  await Deno.mkdir(join(folder, "ours"));
  await Deno.mkdir(join(folder, "theirs"));
  const pixels = Uint8Array.from(digits.X.values, (x) => Math.round(x * 255));
  await Deno.writeFile(join(folder, "pixels.u8"), pixels);
  for (const dtype of dtypes) {
    const checkpoint = { path: join(folder, "ours", `${dtype}-checkpoint`) };
    const momentum = 0.9;
    const { parameters } = await train(digits, { iterations: 60, dtype, momentum, checkpoint });
    for (const kind of names) {
      await saveParameters(join(folder, "ours", `${dtype}-${kind}`), parameters, { names: kind });
    }
  }

  const script = join(import.meta.dirname!, "safetensors_network.py");
  const { ok, out, text } = await ask(python, [script, folder]);
  assert(ok, text);
  const results = JSON.parse(out);
  assertEquals(results.length, dtypes.length * (names.length + 1));

  for (const { file, dtype, metadata, sha256, predictions } of results) {
    assert(file.startsWith(dtype), `${file} is ${dtype} in Python`);
    assertEquals(
      metadata.format,
      file.endsWith("pytorch")
        ? "pt"
        : file.endsWith("checkpoint")
        ? "glassnet checkpoint 1"
        : "glassnet",
    );
    for (const path of [`ours/${file}`, `theirs/${file}-flat`, `theirs/${file}-pytorch`]) {
      const parameters = await loadParameters(join(folder, path));
      assertEquals(fingerprint(parameters), sha256, path);
      assertEquals([...predict(parameters, digits.X)], predictions, path);
    }
  }
});
