import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import {
  accuracy,
  ArgumentError,
  initParameters,
  Matrix,
  predict,
  scale,
  split,
  train,
} from "glassnet";
import { patterns } from "./small_digits.ts";

// deno-lint-ignore no-explicit-any
type Any = any;
const A: Any = Matrix.from([[1, 2], [3, 4]]);
const says = (run: () => unknown, words: RegExp) =>
  assertMatch(assertThrows(run, ArgumentError).message, words);

Deno.test("Options of other libraries are named, and an argument says what it is", async () => {
  const digits = patterns();
  const parameters = initParameters({ inputs: 12 });
  const message = async (options: Any) => {
    try {
      await train(digits, options);
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };
  assertMatch(await message({ epochs: 3 }), /did you mean iterations\? An iteration is one update/);
  assertMatch(await message({ lr: 3 }), /did you mean learningRate\?$/);
  assertMatch(await message({ batch_size: 3 }), /did you mean batchSize\?$/);
  assertMatch(await message(digits.X), /found a 12 x 60 matrix/);
  assertEquals(await message({ iterations: 1, learningRate: 0.1 }), "");
  says(() => split(digits, { test_size: 0.2 } as Any), /did you mean dev\? .* not a share/);
  says(() => predict(parameters, digits as Any), /X to be a Matrix, .* did you mean digits\.X\?$/);
  const training: Any = await train(digits, { iterations: 1, parameters });
  says(() => predict(training, digits.X), /a training: did you mean training\.parameters\?$/);
  says(() => accuracy(["7"] as Any, [7]), /predictions\[0\] is "7".*map\(Number\)/);
  says(() => (scale as Any)(0.5, A), /Did you mean scale\(A, 0\.5\)\?$/);
});
