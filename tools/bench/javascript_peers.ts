/**
 * The same network in TensorFlow.js and ml-matrix, timed beside Glassnet by `deno task bench`.
 *
 *     deno run -A --no-config --lock=javascript_peers.lock javascript_peers.ts LIBRARY FOLDER IMAGES
 *
 * LIBRARY is `tfjs-wasm`, `tfjs-cpu` or `ml-matrix`. It reads and prints what `peers.py` does. Without
 * `--frozen`, this also writes the lock for other versions of the packages.
 *
 * @module
 */

import { serve } from "./serve.ts";

const [library, folder, count] = Deno.args;
const m = Number(count);
const pixels = (await Deno.readFile(`${folder}/x`)).subarray(0, 784 * m);
const labels = (await Deno.readFile(`${folder}/y`)).subarray(0, m);
const [W1, b1, W2, b2] = await Promise.all(
  ["W1", "b1", "W2", "b2"].map(async (name) =>
    new Float64Array((await Deno.readFile(`${folder}/${name}.10`)).buffer)
  ),
);

// Fetched only when this runs: Deno's checks of the project must not fetch them.
const fetched = (name: string) => import(`npm:${name}`);

if (library === "ml-matrix") await mlMatrix();
else await tensorflow();

async function tensorflow() {
  const tf = await fetched("@tensorflow/tfjs-core@4.22.0");
  if (library === "tfjs-wasm") {
    const backend = await fetched("@tensorflow/tfjs-backend-wasm@4.22.0");
    const home = import.meta.resolve("npm:@tensorflow/tfjs-backend-wasm@4.22.0");
    backend.setWasmPaths(new URL(".", home).href);
    await tf.setBackend("wasm");
  } else {
    await fetched("@tensorflow/tfjs-backend-cpu@4.22.0");
    await tf.setBackend("cpu");
  }
  await tf.ready();
  const X = tf.transpose(tf.tensor2d(Float32Array.from(pixels, (byte) => byte / 255), [m, 784]));
  const oneHot = tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), 10);
  const Y = tf.transpose(tf.cast(oneHot, "float32"));
  let parameters = [
    tf.tensor2d(Float32Array.from(W1), [10, 784]),
    tf.tensor2d(Float32Array.from(b1), [10, 1]),
    tf.tensor2d(Float32Array.from(W2), [10, 10]),
    tf.tensor2d(Float32Array.from(b2), [10, 1]),
  ];
  let last: Float32Array = await parameters[3].data();
  await serve(async () => {
    const before = parameters;
    parameters = tf.tidy(() => {
      const [W1, b1, W2, b2] = before;
      const Z1 = tf.add(tf.matMul(W1, X), b1);
      const A1 = tf.relu(Z1);
      const Z2 = tf.add(tf.matMul(W2, A1), b2);
      const E = tf.exp(tf.sub(Z2, tf.max(Z2, 0, true)));
      const A2 = tf.div(E, tf.sum(E, 0, true));
      const dZ2 = tf.sub(A2, Y);
      const dW2 = tf.div(tf.matMul(dZ2, A1, false, true), m);
      const db2 = tf.div(tf.sum(dZ2, 1, true), m);
      const dZ1 = tf.mul(tf.matMul(W2, dZ2, true, false), tf.step(Z1));
      const dW1 = tf.div(tf.matMul(dZ1, X, false, true), m);
      const db1 = tf.div(tf.sum(dZ1, 1, true), m);
      const step = (P: unknown, dP: unknown) => tf.sub(P, tf.mul(dP, 0.1));
      return [step(W1, dW1), step(b1, db1), step(W2, dW2), step(b2, db2)];
    });
    tf.dispose(before);
    last = await parameters[3].data();
  }, () => last);
}

async function mlMatrix() {
  const { Matrix } = await fetched("ml-matrix@6.12.1");
  const X = Matrix.zeros(784, m);
  for (let j = 0; j < m; j++) {
    for (let p = 0; p < 784; p++) X.set(p, j, pixels[784 * j + p] / 255);
  }
  const XT = X.transpose();
  const Y = Matrix.zeros(10, m);
  labels.forEach((label, j) => Y.set(label, j, 1));
  let [P1, c1, P2, c2] = [
    Matrix.from1DArray(10, 784, W1),
    Matrix.from1DArray(10, 1, b1),
    Matrix.from1DArray(10, 10, W2),
    Matrix.from1DArray(10, 1, b2),
  ];
  await serve(
    () => {
      const Z1 = P1.mmul(X).addColumnVector(c1);
      const A1 = Z1.clone().apply(function (this: typeof Z1, i: number, j: number) {
        this.set(i, j, Math.max(0, this.get(i, j)));
      });
      const A2 = P2.mmul(A1).addColumnVector(c2);
      for (let j = 0; j < m; j++) {
        let max = -Infinity;
        let sum = 0;
        for (let i = 0; i < 10; i++) max = Math.max(max, A2.get(i, j));
        for (let i = 0; i < 10; i++) {
          A2.set(i, j, Math.exp(A2.get(i, j) - max));
          sum += A2.get(i, j);
        }
        for (let i = 0; i < 10; i++) A2.set(i, j, A2.get(i, j) / sum);
      }
      const dZ2 = A2.sub(Y);
      const dZ1 = P2.transpose().mmul(dZ2).apply(
        function (this: typeof Z1, i: number, j: number) {
          if (!(Z1.get(i, j) > 0)) this.set(i, j, 0);
        },
      );
      const [dW2, dW1] = [dZ2.mmul(A1.transpose()), dZ1.mmul(XT)];
      const [db2, db1] = [dZ2, dZ1].map((dZ) => Matrix.columnVector(dZ.sum("row")));
      P1 = P1.sub(dW1.mul(0.1 / m));
      c1 = c1.sub(db1.mul(0.1 / m));
      P2 = P2.sub(dW2.mul(0.1 / m));
      c2 = c2.sub(db2.mul(0.1 / m));
    },
    () => c2.to1DArray(),
  );
}
