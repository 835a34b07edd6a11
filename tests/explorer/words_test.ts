import { assertEquals, assertStringIncludes } from "@std/assert";
import { initParameters } from "glassnet";
import { packParameters } from "../../lib/explorer/explorer.ts";
import { Model } from "../../lib/explorer/model.ts";
import { packMatrix } from "../../lib/explorer/packing.ts";
import { feedsWords, fromWords, placeWords, stepWords } from "../../lib/explorer/words.ts";
import { someDigits } from "./some_digits.ts";

Deno.test("fromWords() and feedsWords() name rows and columns, also as they stand in the formula", () => {
  const dW1 = { matrix: "dW1", row: 3, col: 405 } as const;
  assertEquals(fromWords(dW1), "row 3 of dZ1 and row 405 of X (column 405 of Xᵀ)");
  assertEquals(feedsWords(dW1), "new W1[3, 405]");
  const dZ1 = { matrix: "dZ1", row: 2, col: 1 } as const;
  assertEquals(fromWords(dZ1), "column 2 of W2 (row 2 of W2ᵀ), column 1 of dZ2 and Z1[2, 1]");
  assertEquals(fromWords({ matrix: "X", row: 0, col: 0 }), "given: the step starts from it");
  assertEquals(feedsWords({ matrix: "new b1", row: 0, col: 0 }), "the next training step");
});

Deno.test("placeWords() says what a cell is the number of", () => {
  const labels = [5, 0];
  const place = (matrix: "dW1" | "Z1" | "A2" | "new b2", row: number, col: number) =>
    placeWords({ matrix, row, col }, labels);
  assertEquals(place("dW1", 3, 405), "hidden unit 3, pixel 405 (row 14, column 13)");
  assertEquals(place("Z1", 3, 1), "hidden unit 3, image 1 (a 0)");
  assertEquals(place("A2", 7, 0), "digit 7, image 0 (a 5)");
  assertEquals(place("new b2", 7, 0), "digit 7");
});

Deno.test("stepWords() reads an equation out without its signs", () => {
  const digits = someDigits(2);
  const model = new Model({
    parameters: packParameters("test", initParameters()),
    X: packMatrix(digits.X),
    labels: [...digits.labels],
    learningRate: 0.1,
  });
  const words: string[] = [];
  for (let number = 1; number <= 14; number++) {
    model.number = number;
    words.push(stepWords(model));
    assertEquals(/[=ᵀΣα⊙′+]/.test(stepWords(model)), false, stepWords(model));
  }
  assertStringIncludes(
    words[8],
    "Equation 9 of 14, backward: dW1 equals one over m times dZ1 X trans",
  );
  assertStringIncludes(words[8], "dW1 is 10 by 784.");
  assertStringIncludes(words[12], "W1 becomes W1 minus alpha times");
});
