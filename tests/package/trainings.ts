/**
 * Two short trainings as text: a script for Deno, Node and a page, which gives the fingerprints.
 *
 * @module
 */
import { loadDigits } from "glassnet";

const { X, labels, count } = (await loadDigits({ sample: true })).train;
const { size, starts, indices, bytes } = X.pixels!;

/** The body of an async function of the core's exports. */
export const trainings: string = `
const { fingerprint, Pixels, train } = glassnet;
const X = new Pixels(
  ${size},
  Uint32Array.from([${starts}]),
  Uint16Array.from([${indices}]),
  Uint8Array.from([${bytes}]),
).toMatrix();
const digits = { X, labels: Uint8Array.from([${labels}]), count: ${count} };
const fingerprints = [];
for (const dtype of ["float64", "float32"]) {
  const options = { iterations: 30, batchSize: 250, momentum: 0.5, hidden: 12, seed: 3, dtype };
  fingerprints.push(fingerprint((await train(digits, options)).parameters));
}
return fingerprints;
`;

/** The fingerprints in this process. */
export async function fingerprintsHere(): Promise<string[]> {
  const work = new Function("glassnet", `return (async () => {${trainings}})();`);
  return await work(await import("glassnet"));
}
