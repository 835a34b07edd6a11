/**
 * The reference run as a program: loads the digits, trains, and measures the dev accuracy.
 *
 *     deno run -A reference_run.ts TRAIN_CSV DTYPE ITERATIONS
 *
 * Prints JSON: the milliseconds for reading and for the rest, the peak memory in bytes, the accuracy.
 *
 * @module
 */

import { type Digits, readDigits, split, train } from "glassnet";
import { peakMemory } from "./peak_memory.ts";

const [csv, dtype, iterations] = Deno.args;
const began = performance.now();
let digits: Digits | undefined = await readDigits(csv);
const read = performance.now();
const { train: rest, dev } = split(digits, { dev: Math.min(1000, digits.count / 5 | 0), seed: 0 });
digits = undefined; // the parts have what they need
const { history } = await train(rest, {
  dtype: dtype as "float64" | "float32",
  iterations: Number(iterations),
  dev,
});
console.log(JSON.stringify({
  csv: read - began,
  ms: performance.now() - read,
  peak: await peakMemory(),
  accuracy: history.at(-1)!.devAccuracy,
}));
