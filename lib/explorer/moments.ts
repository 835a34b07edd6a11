import { deflateSync } from "fflate";
import { Matrix } from "../matrix/matrix.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { fromBase64 } from "./packing.ts";
import type { PackedWeights } from "./payload.ts";

/**
 * Packs W1 at many moments, for the eye only: each number is rounded to one of 255 steps, and of every
 * moment only the change since the one before is kept, which is mostly 0 and so takes little room.
 */
export function packWeights(W1s: readonly Matrix[]): PackedWeights {
  const columns = W1s.map((W1) => W1.values);
  let most = 0;
  for (const values of columns) for (const w of values) most = Math.max(most, Math.abs(w));
  if (most === 0) most = 1;
  const size = columns[0].length;
  const changes = new Uint8Array(size * columns.length);
  let before = new Int8Array(size);
  columns.forEach((values, moment) => {
    const now = Int8Array.from(values, (w) => Math.round(w / most * 127));
    for (let k = 0; k < size; k++) changes[moment * size + k] = now[k] - before[k];
    before = now;
  });
  const deflated = deflateSync(changes, { level: 9 });
  return { hidden: W1s[0].rows, most, base64: deflated.toBase64() };
}

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
