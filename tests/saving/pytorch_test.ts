import { createHash } from "node:crypto";
import { assert, assertEquals } from "@std/assert";
import {
  accuracy,
  initParameters,
  loadDigits,
  loadParameters,
  predict,
  saveParameters,
} from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import truth from "./fixtures/pytorch.json" with { type: "json" };

/** What PyTorch saved, and what it saw in the sample's 500 images: see make_pytorch.py. */
const theirs = new URL("fixtures/pytorch.safetensors", import.meta.url).pathname;
const { X, labels } = (await loadDigits({ sample: true })).train;

Deno.test("loadParameters() of PyTorch's state_dict() sees in every image what PyTorch sees", async () => {
  const parameters = await loadParameters(theirs);
  assertEquals(parameters.W1.dtype, "float32");
  assertEquals([...predict(parameters, X)], truth.predictions);
  assert(accuracy(truth.predictions, labels!) > 0.8);
});

Deno.test("saveParameters() writes what PyTorch has loaded, and saw the same with", async () => {
  using folder = temporaryFolder();
  const path = folder.path("ours");
  const parameters = initParameters({ seed: 42, dtype: "float32" });
  await saveParameters(path, parameters, { names: "pytorch" });
  assertEquals(
    createHash("sha256").update(Deno.readFileSync(path)).digest("hex"),
    truth.ours.sha256,
  );
  assertEquals([...predict(parameters, X)], truth.ours.predictions);
});
