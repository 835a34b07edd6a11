import { assertEquals } from "@std/assert";
import { buildKernels, wasmFile } from "../../../tools/kernels.ts";

Deno.test("kernels.wasm is what its source builds, byte for byte", async () => {
  assertEquals(await buildKernels(), await Deno.readFile(wasmFile));
});
