import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import {
  ArgumentError,
  digitPad,
  explorer,
  forward,
  initParameters,
  Matrix,
  oneHot,
  recorder,
  ShapeError,
  stepper,
  train,
} from "glassnet";
import { Model } from "../../lib/explorer/model.ts";
import { packParameters } from "../../lib/explorer/explorer.ts";
import { packMatrix } from "../../lib/explorer/packing.ts";
import { pathNumbers, pathOf } from "../../lib/explorer/path.ts";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(6);
const parameters = initParameters({ seed: 6 });

function model(): Model {
  return new Model({
    parameters: packParameters("test", parameters),
    X: packMatrix(digits.X),
    labels: [...digits.labels],
    learningRate: 0.3,
  });
}

Deno.test("explorer() and digitPad() stay below 420 kB, ask for nothing, and are the same every time", async () => {
  const record = recorder(digits);
  const trained = await train(someDigits(40), {
    iterations: 300,
    seed: 42,
    onProgress: record.onProgress,
  });
  const make = () => [
    explorer({ parameters: trained.parameters, digits, moments: record.moments }),
    digitPad(trained.parameters),
  ];
  const [first, second] = [make(), make()];
  first.forEach((shown, k) => {
    const bundle = shown.bundle;
    assertEquals(bundle, second[k].bundle);
    const html = bundle["text/html"];
    const bytes = JSON.stringify(bundle).length;
    assert(bytes < 420_000, `${bytes} bytes`);
    // The one script ends where it should, and no address leads out of the page.
    assertEquals(html.split("</script").length, 2);
    const addresses = html.match(/https?:\/\/[^"'` )]+/g) ?? [];
    assertEquals([...new Set(addresses)], ["http://www.w3.org/2000/svg"]);
    assertEquals(/\bimport\s*\(|\bfetch\(|XMLHttpRequest|WebSocket/.test(html), false);
    // Nor does it need anything that not every page has.
    assertEquals(
      /WebAssembly|new Worker|SharedArrayBuffer|Deno\.(?!customInspect)/.test(html),
      false,
    );
  });
});

Deno.test("explorer() and digitPad() carry a picture and words for pages in which no script runs", () => {
  for (const shown of [explorer({ parameters, digits }), digitPad(parameters)]) {
    const bundle = shown.bundle;
    assert(bundle["image/png"].startsWith("iVBORw0KGgo"));
    const still = bundle["text/html"].split("<script>")[0];
    assertStringIncludes(still, `<img src="data:image/png;base64,${bundle["image/png"]}"`);
    assert(/alt="[^"]{40,}"/.test(still));
    assertStringIncludes(still.replace(/<[^>]*>/g, ""), "Run the cell");
  }
});

Deno.test("explorer() throws if it is given something else", () => {
  // @ts-expect-error nothing at all
  assertThrows(() => explorer(), ArgumentError, "such as { parameters: ... }");
  // @ts-expect-error no parameters
  assertThrows(() => explorer({ digits }), ArgumentError, "W1, b1, W2, b2");
  const { X, count } = digits;
  assertThrows(() => explorer({ parameters, digits: { X, count } }), ArgumentError);
  const many = someDigits(13);
  assertThrows(() => explorer({ parameters, digits: many }), ShapeError, "1 to 12 images");
  const small = initParameters({ inputs: 3 });
  assertThrows(() => explorer({ parameters: small, digits }), ShapeError, "784 columns");
  assertThrows(() => digitPad(small), ShapeError, "784 columns");
  assertThrows(
    () => explorer({ parameters, digits, learningRate: NaN }),
    ArgumentError,
    "learningRate",
  );
  assertThrows(() => explorer({ parameters, digits, moments: [] }), ArgumentError, "at least 2");
  const A2 = Matrix.zeros(10, 2);
  const moment = { iteration: 0, loss: 1, accuracy: 0, W1: parameters.W1, A2 };
  assertThrows(
    () => explorer({ parameters, digits, moments: [moment, moment] }),
    ShapeError,
    "its 6 digits",
  );
  const { message } = assertThrows(() => digitPad(initParameters({ hidden: 64 })), ArgumentError);
  const [, took] = /take (\d+) kB, and 420 kB is the most.*fewer hidden units/.exec(message) ?? [];
  // Its weights alone take 8 bytes for each number, and a third more as text.
  assert(Number(took) > 64 * 794 * 8 * 4 / 3 / 1000 && Number(took) < 700, message);
});

Deno.test("a Model has the bits of the stepper, before and after the update", () => {
  const Y = oneHot(digits.labels);
  const page = model();
  const { values } = stepper(parameters, digits.X, Y, 0.3).run();
  const { W1, b1, W2, b2, ...others } = values;
  for (const [name, matrix] of Object.entries(others)) {
    assertEquals(page.matrices[name as "Z1"].toArray(), matrix.toArray(), name);
  }
  const after = { W1: W1!, b1: b1!, W2: W2!, b2: b2! };
  for (const name of ["W1", "b1", "W2", "b2"] as const) {
    assertEquals(page.matrices[`new ${name}`].toArray(), after[name].toArray(), name);
  }
  page.when = "after";
  assertEquals(page.matrices.A2.toArray(), forward(after, digits.X).A2.toArray());
  assert(page.loss("after") < page.loss("before"));
});

Deno.test("a Model takes another learning rate, if it is a number", () => {
  const page = model();
  page.learningRate = 0.01;
  page.learningRate = NaN;
  const { values } = stepper(parameters, digits.X, oneHot(digits.labels), 0.01).run();
  assertEquals(page.learningRate, 0.01);
  assertEquals(page.matrices["new W1"].toArray(), values.W1!.toArray());
});

Deno.test("a Model stays within its equations and its images", () => {
  const page = model();
  for (
    const [number, expected] of [[0, 1], [-5, 1], [15, 14], [NaN, 1], [9, 9], [2.5, 3], [9.4, 9]]
  ) {
    page.number = number;
    assertEquals(page.number, expected);
  }
  page.image = 2;
  for (const image of [6, -1, 0.5, NaN]) page.image = image;
  assertEquals(page.image, 2);
  assertEquals(page.shownCell.matrix, "dW1");
  page.number = 1;
  assertEquals([page.shownCell.matrix, page.shownCell.col], ["Z1", 2]);
});

Deno.test("change() changes one number and everything that follows, reset() takes it back", () => {
  const shown = model();
  const before = shown.matrices;
  shown.change({ matrix: "b2", row: 4, col: 0 }, 2);
  const rows = parameters.b2.toArray();
  rows[4][0] = 2;
  const { A2 } = forward({ ...parameters, b2: Matrix.from(rows) }, digits.X);
  assertEquals(shown.matrices.A2.toArray(), A2.toArray());
  assertEquals(shown.given({ matrix: "b2", row: 4, col: 0 }), parameters.b2.get(4, 0));
  assert(shown.isChanged);
  shown.change({ matrix: "X", row: 300, col: 1 }, 7);
  assertEquals(shown.X.get(300, 1), 1);
  // What is computed can't be changed, and no number is no change.
  const now = shown.matrices;
  shown.change({ matrix: "Z1", row: 0, col: 0 }, 1);
  shown.change({ matrix: "W1", row: 0, col: 0 }, NaN);
  assertEquals(shown.matrices, now);
  shown.reset();
  assertEquals(shown.matrices.A2.toArray(), before.A2.toArray());
  assertEquals(shown.isChanged, false);
});

Deno.test("the path through a cell has the step's numbers, and its chain ends at the gradient", () => {
  const shown = model();
  shown.number = 10;
  shown.cell = { matrix: "dW1", row: 3, col: 405 };
  const path = pathOf(shown);
  assertEquals([path.hidden, path.inputs], [3, 405]);
  const numbers = pathNumbers(shown, path);
  const { dZ2, W2, Z1 } = shown.matrices;
  assertEquals(numbers.Z1, { place: "Z1[3]", value: Z1.get(3, 0) });
  assertEquals(numbers.W2.place, `W2[${digits.labels![0]}, 3]`);
  const sum = Array.from({ length: 10 }, (_, k) => W2.get(k, 3) * dZ2.get(k, 0));
  assertAlmostEquals(numbers.dA1.value, sum.reduce((a, b) => a + b), 1e-12);
  assertAlmostEquals(numbers.dZ1.value, Z1.get(3, 0) > 0 ? numbers.dA1.value : 0, 1e-12);
  assertAlmostEquals(
    numbers.loss.value,
    -Math.log(shown.matrices.A2.get(digits.labels![0], 0)),
    1e-9,
  );
});
