import { assertEquals } from "@std/assert";
import { kernelsWasm } from "../../../lib/matrix/kernels/kernels_wasm.ts";
import { buildKernels } from "../../../tools/kernels.ts";

Deno.test("kernels_wasm.ts is what its source builds, byte for byte", async () => {
  assertEquals(kernelsWasm(), await buildKernels());
});
