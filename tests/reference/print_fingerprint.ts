/**
 * The first iterations of the reference run as a script, as somebody might write it:
 *
 *     deno run --allow-read print_fingerprint.ts DTYPE ITERATIONS
 *
 * Prints the fingerprint of the parameters.
 *
 * @module
 */
import { fingerprint, loadDigits, split, train } from "glassnet";

const [dtype, iterations] = Deno.args;
const { train: all } = await loadDigits();
const { parameters } = await train(split(all, { dev: 1000 }).train, {
  iterations: Number(iterations),
  learningRate: 0.1,
  seed: 42,
  dtype: dtype as "float64" | "float32",
});
console.log(fingerprint(parameters));
