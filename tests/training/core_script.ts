/** A training on several threads without `mod.ts`, for kernels_test.ts. */
import "../../lib/host/deno.ts";
import { withKernels } from "../../lib/matrix/kernels/start.ts";
import { Pixels } from "../../lib/matrix/pixels.ts";
import { train } from "../../lib/training/train.ts";

const count = 10_000;
const bytes = Uint8Array.from({ length: 784 * count }, (_, k) => k % 5 === 0 ? k : 0);
const digits = {
  X: Pixels.fromBytes(bytes).toMatrix(),
  labels: Uint8Array.from({ length: count }, (_, j) => j % 10),
  count,
};
const { history } = await withKernels({ threads: 3 }, () => train(digits, { iterations: 3 }));
console.log(history.length);
try {
  await train(digits, { checkpoint: { path: "nowhere" } });
} catch (error) {
  console.log(String(error));
}
