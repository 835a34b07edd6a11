import { Matrix } from "../matrix/matrix.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { fromBase64 } from "./packing.ts";
import type { PackedWeights } from "./payload.ts";

/**
 * W1 at every moment, as `packWeights` packed it: rounded to one of 255 steps, which the eye can't
 * tell apart.
 */
export async function unpackWeights({ hidden, most, base64 }: PackedWeights): Promise<Matrix[]> {
  const stream = new Blob([fromBase64(base64)]).stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  const changes = new Uint8Array(await new Response(stream).arrayBuffer());
  const size = hidden * PIXELS;
  const now = new Int8Array(size);
  return Array.from({ length: changes.length / size }, (_, moment) => {
    for (let k = 0; k < size; k++) now[k] += changes[moment * size + k];
    return new Matrix(hidden, PIXELS, Float32Array.from(now, (step) => step / 127 * most));
  });
}
