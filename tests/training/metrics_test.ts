import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  accuracy,
  argmax,
  ArgumentError,
  confusionMatrix,
  forward,
  initParameters,
  Matrix,
  misclassified,
  Pixels,
  predict,
  ShapeError,
} from "glassnet";

const digit = fc.integer({ min: 0, max: 9 });
const answers = fc.array(fc.tuple(digit, digit), { minLength: 1 });

/** Ten images of noise that is always the same. */
const noise = {
  X: Pixels.fromBytes(Uint8Array.from({ length: 7840 }, (_, k) => (k * k) % 251)).toMatrix(),
  labels: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
  count: 10,
};

Deno.test("argmax() takes the first of equal numbers", () => {
  assertEquals([...argmax(Matrix.from([[1, 0], [1, 3], [0, 3]]))], [0, 1]);
});

Deno.test("argmax() works with 256 rows, since its answers are bytes", () => {
  const last = (rows: number) =>
    argmax(Matrix.from(Array.from({ length: rows }, (_, i) => [Number(i === rows - 1)])));
  assertEquals([...last(256)], [255]);
  assertThrows(() => last(257), ShapeError, "argmax expected at most 256 rows");
});

Deno.test("predict() is the likeliest digit of A2", () => {
  const parameters = initParameters({ seed: 2 });
  const { A2 } = forward(parameters, noise.X);
  predict(parameters, noise.X).forEach((seen, j) => {
    for (let k = 0; k < 10; k++) assertEquals(A2.get(k, j) <= A2.get(seen, j), true);
  });
});

Deno.test("accuracy() is the share of the diagonal of confusionMatrix()", () => {
  fc.assert(fc.property(answers, (pairs) => {
    const [predictions, labels] = [pairs.map(([p]) => p), pairs.map(([, l]) => l)];
    const confusion = confusionMatrix(predictions, labels).toArray();
    const diagonal = confusion.reduce((sum, row, i) => sum + row[i], 0);
    assertEquals(accuracy(predictions, labels), diagonal / labels.length);
    assertEquals(confusion.flat().reduce((sum, count) => sum + count), labels.length);
  }));
});

Deno.test("confusionMatrix() has a row for what is, a column for what was seen", () => {
  assertEquals(confusionMatrix([7], [1]).get(1, 7), 1);
});

Deno.test("accuracy() and confusionMatrix() throw if the lengths differ or a digit is none", () => {
  assertThrows(() => accuracy([1], [1, 2]), ShapeError, "1 predictions and 2 labels");
  assertThrows(() => accuracy([], []), ShapeError, "0 predictions");
  assertThrows(() => confusionMatrix([10], [1]), ArgumentError, "image 0 has 10");
  // @ts-expect-error: labels forgotten
  assertThrows(() => accuracy([1]), ArgumentError, "an array of labels");
});

Deno.test("misclassified() lists every mistake, the surest first", () => {
  const parameters = initParameters({ seed: 2 });
  const predictions = predict(parameters, noise.X);
  const mistakes = misclassified(parameters, noise);
  assertEquals(
    mistakes.map(({ index }) => index).sort(),
    [...predictions.keys()].filter((j) => predictions[j] !== noise.labels[j]),
  );
  for (const { index, label, predicted, confidence, probabilities } of mistakes) {
    assertEquals([label, predicted], [noise.labels[index], predictions[index]]);
    assertEquals(confidence, Math.max(...probabilities));
  }
  const confidences = mistakes.map(({ confidence }) => confidence);
  assertEquals(confidences, confidences.toSorted((a, b) => b - a));
});

Deno.test("misclassified() throws if there are no labels", () => {
  assertThrows(
    () => misclassified(initParameters(), { X: noise.X, count: 10 }),
    "misclassified needs labels, and these 10 images have none",
  );
});
