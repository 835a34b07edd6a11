import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { prediction, type PredictionForm } from "glassnet";
import { inlineHtml, inlineText } from "../../lib/notebook/inline.ts";
import { tries } from "../../lib/notebook/tries.ts";

const number: PredictionForm = {
  kind: "number",
  question: "How many weights has $W_2$?",
  right: 100,
  why: "10 x 10 is `100`.",
};

Deno.test("a prediction without its script is a question and a closed answer", () => {
  const { bundle } = prediction(number);
  const still = bundle["text/html"].replace(/<(style|script)>[^]*?<\/\1>/g, "");
  assertStringIncludes(still, "How many weights has <i>W</i><sub>2</sub>?");
  assert(
    /<details><summary>[^<]+<\/summary><p><b>100<\/b><\/p><p>10 x 10 is <code>100<\/code>\.<\/p>/
      .test(still),
    still,
  );
  assertEquals(
    bundle["text/plain"],
    "Predict: How many weights has W2?\n\nWhat you should see: 100. 10 x 10 is 100.",
  );
  const choice = prediction("05 loop-try");
  assertEquals(choice.bundle["text/html"].match(/<li>/g)?.length, 3);
});

Deno.test("a prediction fetches nothing and names nothing outside itself", () => {
  const { bundle } = prediction("01 cut-try");
  assert(!/https?:|src=|@import|url\(/.test(bundle["text/html"]));
});

Deno.test("a form without a right answer is refused, and the nearest Try is named", () => {
  const refused = (form: object, message: string) =>
    assertThrows(() => prediction({ ...number, ...form } as never), TypeError, message);
  refused({ right: NaN }, "right to be a number");
  refused({ within: -1 }, "within to be 0 or more");
  refused({ kind: "shape", right: "10" }, 'a shape such as "10 x m"');
  refused({ kind: "sign", right: "plus" }, "right to be one of the options");
  refused({ kind: "choice", options: ["a", "b"], right: "c" }, "right to be one of the options");
  refused({ kind: "guess" }, "prediction's kind expected");
  refused({ why: undefined }, "why to be a text");
  refused({ wy: "x" }, "did you mean why?");
  assertThrows(() => prediction("03 eq4-tri"), TypeError, 'did you mean "03 eq4-try"?');
  assertThrows(() => prediction("toString"), TypeError, "the name of one of the lessons' Trys");
});

Deno.test("short texts: code, indices, powers and fractions, and what is HTML stays text", () => {
  assertEquals(
    inlineHtml("`a < b` and $e^{100}$, $-\\log p$, $\\frac{1}{2}$"),
    "<code>a &lt; b</code> and <i>e</i><sup>100</sup>, −log <i>p</i>, 1/2",
  );
  assertEquals(inlineText("`W1` of $W_1$ and $A_1 \\ge 0$"), "W1 of W1 and A1 ≥ 0");
  for (const form of Object.values(tries)) {
    assert(!/[\\${}]|\d_/.test(prediction(form).toString()), prediction(form).toString());
  }
});
