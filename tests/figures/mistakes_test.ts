import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  ArgumentError,
  confusionHeatmap,
  confusionMatrix,
  Matrix,
  type Mistake,
  mistakeMosaic,
  probabilityBars,
  ShapeError,
} from "glassnet";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(5);
const mistake = (index: number): Mistake => ({
  index,
  label: 4,
  predicted: 9,
  confidence: 0.973,
  probabilities: [0, 0, 0, 0, 0.027, 0, 0, 0, 0, 0.973],
});

Deno.test("mistakeMosaic() says what the network saw, how sure it was, and what it is", () => {
  const { layout } = mistakeMosaic(digits, [mistake(4)]);
  assertEquals(layout.annotations?.[0].text, "seen as <b>9</b>: 97%<br>is <b>4</b>: 2.7%");
  assertStringIncludes(layout.meta.alt, "a 4 seen as 9 (97%)");

  // Short enough to stand beside the next picture's caption.
  const sure = { ...mistake(4), confidence: 0.9999, probabilities: Array(10).fill(0) };
  sure.probabilities[4] = 0.0001;
  const [caption] = mistakeMosaic(digits, [sure]).layout.annotations!;
  assertEquals(caption.text, "seen as <b>9</b>: &gt;99.9%<br>is <b>4</b>: &lt;0.1%");
});

Deno.test("mistakeMosaic() shows the first `count` mistakes and says of how many", () => {
  const { layout } = mistakeMosaic(digits, [0, 1, 2, 3, 4].map(mistake), { count: 2 });
  assertEquals(layout.annotations?.length, 2);
  assertStringIncludes(layout.title!.text!, "2 of 5 mistakes");
});

Deno.test("mistakeMosaic() throws if there is no mistake, or its image is not there", () => {
  assertThrows(() => mistakeMosaic(digits, []), ArgumentError, "at least one mistake");
  assertThrows(() => mistakeMosaic(digits, [mistake(5)]), ArgumentError, "There is no image 5");
});

Deno.test("confusionHeatmap() colors the mistakes, not the diagonal, and writes every count once", () => {
  const confusion = confusionMatrix([0, 1, 1, 2, 1], [0, 1, 2, 2, 2], 3);
  const { data, layout } = confusionHeatmap(confusion);
  const [mistakes, right] = data as { z: (number | null)[][]; text: unknown }[];
  assertEquals(mistakes.z, [[null, 0, 0], [0, null, 0], [0, 2, null]]);
  assertEquals(mistakes.text, [["", "", ""], ["", "", ""], ["", "2", ""]]);
  assertEquals(right.text, [["1", "", ""], ["", "1", ""], ["", "", "1"]]);
  assertEquals(layout.title?.text, "Confusion matrix: 3 of 5 right (60%)");
  assertStringIncludes(layout.meta.alt, "The most frequent mistake: 2 seen as 1, 2 times.");
});

Deno.test("confusionHeatmap() has the digit 0 at the top left, true digits downwards", () => {
  const { xaxis, yaxis } = confusionHeatmap(confusionMatrix([0, 1], [0, 1])).layout;
  assertEquals([xaxis!.title!.text, xaxis!.autorange], ["the network saw", undefined]);
  assertEquals([yaxis!.title!.text, yaxis!.autorange], ["true digit", "reversed"]);
});

Deno.test("confusionHeatmap() draws a faultless network", () => {
  assertStringIncludes(
    confusionHeatmap(confusionMatrix([0, 1], [0, 1])).layout.meta.alt,
    "No mistakes.",
  );
});

Deno.test("confusionHeatmap() throws if the matrix is not square", () => {
  assertThrows(() => confusionHeatmap(Matrix.zeros(10, 3)), ShapeError, "but found 10 x 3");
});

Deno.test("probabilityBars() says in words what the colors say", () => {
  const title = (label?: number) => probabilityBars([0.2, 0.8], { label }).layout.title?.text;
  assertEquals(title(), "Seen as 1 (80%)");
  assertEquals(title(1), "Seen as 1 (80%), rightly");
  assertEquals(title(0), "Seen as 1 (80%), is 0 (20%)");
});

Deno.test("probabilityBars() throws if a number is no probability or the label not there", () => {
  assertThrows(() => probabilityBars([]), ArgumentError, "found none");
  assertThrows(() => probabilityBars([0.5, 1.5]), ArgumentError, "found 1.5 for the digit 1");
  assertThrows(() => probabilityBars([NaN, 1]), ArgumentError, "found NaN for the digit 0");
  assertThrows(
    () => probabilityBars([0.5, 0.5], { label: 2 }),
    ArgumentError,
    "a label from 0 to 1",
  );
});
