/**
 * Glassnet, timed beside its peers by `deno task bench`.
 *
 *     deno run -A glassnet.ts UNIT KIND DTYPE FOLDER IMAGES HIDDEN BATCH THREADS
 *
 * It reads and prints what `peers.py` does. KIND is `plain` or `simd`. One iteration is the public
 * `forward`, `backward` and `update` on the kernels and buffers that `train` gives them; an epoch is
 * `train` itself.
 *
 * @module
 */

import {
  backward,
  forward,
  Matrix,
  oneHot,
  type Parameters,
  Pixels,
  train,
  update,
} from "glassnet";
import { type KernelChoice, startKernels, withKernels } from "../../lib/matrix/kernels/start.ts";
import type { Dtype } from "../../lib/matrix/kernels/format.ts";
import { Scratch } from "../../lib/matrix/kernels/scratch.ts";
import { serve } from "./serve.ts";

const [unit, kind, dtype, folder] = Deno.args as [string, KernelChoice["kind"], Dtype, string];
const [images, hidden, batch, threads] = Deno.args.slice(4).map(Number);

const pixels = await Deno.readFile(`${folder}/x`);
const labels = (await Deno.readFile(`${folder}/y`)).slice(0, images);
const X = Pixels.fromBytes(pixels.subarray(0, 784 * images)).toMatrix();
let parameters: Parameters = {
  W1: await matrix("W1", hidden),
  b1: await matrix("b1", hidden),
  W2: await matrix("W2", 10),
  b2: await matrix("b2", 10),
};
const choice = { kind, threads };

if (unit === "epoch") {
  await serve(
    async () => {
      const options = {
        batchSize: batch,
        iterations: Math.ceil(images / batch),
        learningRate: 0.1,
      };
      const digits = { X, labels, count: images };
      ({ parameters } = await withKernels(
        choice,
        () => train(digits, { ...options, parameters }),
      ));
    },
    () => parameters.b2.toArray().flat(),
  );
} else {
  const { kernels, close } = withKernels(choice, startKernels);
  const scratch = new Scratch(1, kernels);
  const steps = new Scratch(2, kernels);
  const Y = oneHot(labels, 10, dtype);
  await serve(
    () =>
      scratch.turn(() => {
        const gradients = backward(parameters, forward(parameters, X), X, Y);
        parameters = steps.turn(() => update(parameters, gradients, 0.1));
      }),
    () => parameters.b2.toArray().flat(),
  );
  close();
}

async function matrix(name: string, rows: number): Promise<Matrix> {
  const values = new Float64Array((await Deno.readFile(`${folder}/${name}.${hidden}`)).buffer);
  const cols = values.length / rows;
  return Matrix.from(
    Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * cols, (i + 1) * cols))),
    dtype,
  );
}
