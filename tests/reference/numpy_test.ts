/**
 * The whole reference run against NumPy: the same images, the same initial parameters, 500 iterations in
 * float64. NumPy's is `reference_run.py`, which shares no code with lib.
 */

import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fingerprint, initParameters, loadDigits, type Matrix, split, train } from "glassnet";
import { expectedFingerprints } from "../../tools/fingerprints.ts";
import { ask } from "../../tools/shared/processes.ts";
import { pythonEnvironment } from "../../tools/shared/python_environment.ts";
import { temporaryFolder } from "../data/files.ts";

const iterations = 500;

function rowByRow(A: Matrix): Uint8Array {
  return new Uint8Array(Float64Array.from(A.toArray().flat()).buffer);
}

function imageByImage({ pixels }: Matrix): Uint8Array {
  return Uint8Array.from(pixels!.expand(), (x) => Math.round(x * 255));
}

Deno.test("the reference run gives NumPy's losses and dev accuracy, and its fingerprint", async () => {
  const { python } = await pythonEnvironment();
  const { train: digits, dev } = split((await loadDigits()).train, { dev: 1000 });
  assertEquals([digits.count, dev.count], [41_000, 1_000]);
  const parameters = initParameters({ seed: 42 });

  using temporary = temporaryFolder();
  const folder = temporary.path("");
  await Promise.all(
    Object.entries({
      "train.x": imageByImage(digits.X),
      "train.y": digits.labels!,
      "dev.x": imageByImage(dev.X),
      "dev.y": dev.labels!,
      W1: rowByRow(parameters.W1),
      b1: rowByRow(parameters.b1),
      W2: rowByRow(parameters.W2),
      b2: rowByRow(parameters.b2),
    }).map(([name, bytes]) => Deno.writeFile(`${folder}/${name}`, bytes)),
  );
  const script = new URL("reference_run.py", import.meta.url).pathname;
  const numpy = await ask(python, [script, folder, `${iterations}`]);
  assert(numpy.ok, numpy.text);
  const truth = JSON.parse(numpy.out);

  const { history, parameters: trained } = await train(digits, {
    iterations,
    learningRate: 0.1,
    parameters,
    dev,
  });
  assertEquals(history.length, iterations + 1);
  history.forEach(({ loss }, k) => {
    // Rounding differs in the last digits and grows along the way.
    assertAlmostEquals(loss, truth.losses[k], k <= 20 ? 1e-9 : 1e-6, `iteration ${k}`);
  });
  assertEquals(history.at(-1)!.devAccuracy, truth.devAccuracy);
  assertEquals(fingerprint(trained), (await expectedFingerprints()).float64[iterations]);
});
