import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  ArgumentError,
  check,
  CheckResult,
  done,
  type Gradients,
  hint,
  hints,
  Matrix,
  notWritten,
  NotWrittenError,
  type Parameters,
  relu,
  scale,
  update as step,
} from "glassnet";
import type { Exercise } from "glassnet";
import { registeredAs } from "../../lib/exercises/registry.ts";
import type { Limits } from "../../lib/exercises/run_apart.ts";
import { checkAll } from "../../lib/exercises/run_pieces.ts";

const piece = (name: string) => registeredAs(name) as Exercise;
const bundleOf = (result: object) =>
  (result as Record<symbol, () => Record<string, string | object>>)[
    Symbol.for("Jupyter.display")
  ]();

/** What a student's function may do, with the verdict and a part of the sentence. */
const deeds: [what: string, verdict: string, says: string, written: (Z: Matrix) => unknown][] = [
  ["throws", "failed", "It threw TypeError: no idea. It was called with Z 10 x 3.", () => {
    throw new TypeError("no idea");
  }],
  ["throws a text", "failed", "no idea", () => {
    throw "no idea";
  }],
  ["throws nothing", "failed", "undefined", () => {
    throw undefined;
  }],
  [
    "returns nothing",
    "failed",
    "It returned nothing, called with Z 10 x 3. Is a return missing, or has what it returns no value",
    () => {},
  ],
  ["returns null", "failed", "It returned null", () => null],
  ["returns a promise", "failed", "async", (Z) => Promise.resolve(Z)],
  ["returns a function", "failed", "It returned a function", () => () => 1],
  ["returns a text", "failed", 'It returned the text "relu"', () => "relu"],
  ["returns a number", "wrong", "it is a number, expected 10 x 3", () => 7],
  ["returns an object that contains itself", "failed", "contains itself", () => {
    const circle: Record<string, unknown> = {};
    return circle.circle = circle;
  }],
  ["returns what throws when it is read", "failed", "can't be read", () => ({
    get Z() {
      throw new Error("no");
    },
  })],
  [
    "returns NaN",
    "failed",
    "Element [0, 0] of relu is NaN",
    (Z) => Matrix.from(Z.toArray().map((row) => row.map(() => NaN))),
  ],
  [
    "returns Infinity",
    "wrong",
    "is Infinity, expected 3",
    (Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => z > 0 ? Infinity : 0))),
  ],
  [
    "has a wrong number",
    "wrong",
    "Element [0, 2] of relu is 3.3, expected 3",
    (Z) => scale(relu(Z), 1.1),
  ],
  ["rounds", "wrong", "were numbers rounded", (Z) => Matrix.from(relu(Z).toArray(), "float32")],
  ["has a wrong shape", "wrong", "it is 1 x 1, expected 10 x 3", () => Matrix.zeros(1, 1)],
  [
    "returns rows",
    "mistake",
    "This is an array of 10 rows, not a Matrix. Its numbers are right.",
    (Z) => relu(Z).toArray(),
  ],
  [
    "takes a matrix for a number",
    "mistake",
    "Signs such as - and * and functions such as Math.max do not work with matrices.",
    (Z) => Math.max(0, Z as never),
  ],
  [
    "sets an element",
    "failed",
    "A Matrix has no set. Write Matrix.from(rows), from arrays: a Matrix never changes.",
    // deno-lint-ignore no-explicit-any
    (Z) => (Z as any).set(0, 0, 1),
  ],
  [
    "takes a matrix for an array",
    "failed",
    "A Matrix has no map. Write A.toArray(), an array of rows, for one.",
    // deno-lint-ignore no-explicit-any
    (Z) => (Z as any).map(Math.abs),
  ],
  [
    "uses a misspelt import, which is undefined in Deno's kernel",
    "failed",
    "It calls matmull, which is not a function. Is it an import? Then its name is misspelt: did you " +
    "mean matmul?",
    (Z) => {
      // deno-lint-ignore no-explicit-any
      const matmull = undefined as any;
      return matmull(Z, Z);
    },
  ],
  [
    "writes into a row that is not there",
    "failed",
    "What stands before [...] is undefined.",
    () => {
      const rows: number[][] = [];
      rows[0][0] = 1;
    },
  ],
  [
    "runs too far",
    "failed",
    "Does a loop run too far",
    (Z) => Z.get(Z.rows, 0),
  ],
  [
    "forgets a return in map",
    "failed",
    "needs a return",
    (Z) =>
      Matrix.from(
        Z.toArray().map((row) => {
          row.map((z) => Math.max(0, z));
        }) as never,
      ),
  ],
  ["changes its argument", "mistake", "It changes its argument Z.", (Z) => {
    for (let k = 0; k < Z.values.length; k++) if (Z.values[k] < 0) Z.values[k] = 0;
    return Z;
  }],
  ["calls itself without end", "failed", "calls itself again and again", function f(Z): unknown {
    return f(Z);
  }],
  ["ends the process", "failed", "ended the process", () => Deno.exit(0)],
  ["ends the process otherwise", "failed", "ended the process", () => {
    (globalThis as unknown as { process: { exit(): never } }).process.exit();
  }],
  ["closes its worker", "failed", "ended the process", () => self.close()],
  ["writes a file", "failed", "Requires write access", () => Deno.writeTextFileSync("x", "")],
  [
    "reads what it should not",
    "failed",
    "Requires read access",
    () => Deno.readTextFileSync("/etc/hosts"),
  ],
  ["reads the environment", "failed", "Requires env access", () => Deno.env.toObject()],
  ["starts a program", "failed", "Requires run access", () => new Deno.Command("ls").outputSync()],
  ["uses a name that is nowhere", "failed", "It uses nowhere, which the check can't find.", () =>
    // @ts-expect-error: that is the point
    nowhere],
  ["breaks what the check uses", "right", "right on all", (Z) => {
    JSON.stringify = () => "broken";
    Object.entries = () => [];
    Object.assign(globalThis, { postMessage() {} });
    return relu(Z);
  }],
  ["says right by itself", "failed", "It returned nothing", () => {
    console.log('{"done":true}');
    Deno.stdout.writeSync(new TextEncoder().encode('{"done":true}\n'));
  }],
  ["is not written yet", "unwritten", "Your lines go where throw", () => notWritten("relu")],
  ["throws notWritten, as a stub may", "unwritten", 'throw notWritten("relu") stands.', () => {
    throw notWritten("relu");
  }],
  [
    "needs a stub",
    "unwritten",
    "relu uses transpose, and transpose is not written yet. Write transpose first.",
    () => notWritten("transpose"),
  ],
];

Deno.test("check says in a sentence what a function does that gives no result", async (test) => {
  const checked = await checkAll(piece("relu"), deeds.map(([, , , written]) => written));
  for (const [k, [what, verdict, says]] of deeds.entries()) {
    await test.step(`a function that ${what}`, () => {
      assertEquals(checked[k].verdict, verdict, checked[k].message);
      assertStringIncludes(checked[k].message, says);
    });
  }
});

Deno.test("check stops what does not end or eats memory, and goes on with the others", async () => {
  const beginnings = async (functions: ((Z: Matrix) => unknown)[], limits: Limits) =>
    (await checkAll(piece("relu"), functions, { limits })).map(({ verdict, message }) =>
      verdict === "right" ? verdict : message.slice(0, 27)
    );
  const endless = () => {
    while (true);
  };
  assertEquals(
    await beginnings([endless, relu], { time: 400, memory: 600e6 }),
    ["It did not come to an end a", "right"],
  );
  const arrays = (Z: Matrix) => {
    const all = [];
    while (true) all.push(new Array(1e5).fill(Z.rows + 0.5));
  };
  const buffers = (Z: Matrix) => {
    const all = [];
    while (true) all.push(new Float64Array(1e6).fill(Z.rows));
  };
  assertEquals(
    await beginnings([arrays, buffers, relu], { time: 10_000, memory: 350e6 }),
    ["It took too much memory and", "It took too much memory and", "right"],
  );
});

Deno.test("check says more than that it took too long, where the smaller trials tell it", async () => {
  const checked = await checkAll(piece("transpose"), [
    (A: Matrix) => {
      while (A.rows === 784);
      return Matrix.from(A.toArray()[0].map((_, j) => A.toArray().map((row) => row[j])));
    },
    (A: Matrix) => {
      while (A.rows === 784);
      return A;
    },
    (A: Matrix) => {
      while (A.rows === 784);
      return scale(A, 7);
    },
  ], { limits: { time: 400, memory: 600e6 } });
  assertEquals(checked.map(({ verdict, mistake }) => mistake ?? verdict), [
    "failed",
    "unchanged",
    "failed",
  ]);
  assertStringIncludes(checked[0].message, "It is right with the smaller matrices");
  assertStringIncludes(checked[2].message, "It did not come to an end");
});

Deno.test("check knows a mistake also where the numbers were added up in another order", async () => {
  // The sum over all of dZ2 is 0 but for rounding, and that is another one in each order.
  const inRows = (D: Matrix) => {
    const sums = D.toArray().map((row) => row.reduce((sum, d) => sum + d, 0));
    return sums.reduce((sum, d) => sum + d, 0) / D.cols;
  };
  assertEquals((await check.db2(inRows)).mistake, "sum-over-everything");
});

Deno.test("check says which part of a result is missing, or what stands in its place", async () => {
  const messageOf = async (result: unknown) =>
    (await check.forward(() => result, { uses: { result } })).message;
  assertStringIncludes(await messageOf({ A1: 1 }), "with A1, and Z1 is missing. forward(");
  assertStringIncludes(await messageOf({ z1: 1 }), "Capital letters count: z1 is not Z1.");
  assertStringIncludes(await messageOf({ Z1: "text" }), 'Z1 is the text "text".');
  assertStringIncludes(
    (await check.trainLoop(() => ({ parameters: [1], losses: [] }))).message,
    "parameters",
  );
});

Deno.test("check says close only of what is close, and not of Infinity", async () => {
  const { message } = await check.crossEntropy((A2: Matrix, Y: Matrix) =>
    A2.rows / (Y.rows - Y.rows)
  );
  assertStringIncludes(message, "crossEntropy is Infinity");
  assert(!message.includes("close"), message);
});

Deno.test("check, hint and done say the nearest name where one is misspelt", async () => {
  const any = check as unknown as Record<string, unknown>;
  assertThrows(() => any.dw2, ArgumentError, "There is no check.dw2. Did you mean check.dW2?");
  assertThrows(() => any.crossEntrophy, ArgumentError, "Did you mean check.crossEntropy?");
  const error = assertThrows(
    () => any.somethingElse,
    ArgumentError,
    "The checks are transpose, add,",
  );
  assert(!(error as Error).message.includes("mean"), String(error));
  assertEquals([any.then, any.toJSON, await check === check], [undefined, undefined, true]);
  assertEquals(Object.keys(check).length, 23);

  assertThrows(() => hints("dw2" as never), ArgumentError, 'Did you mean "dW2"?');
  assertThrows(() => hint("sotfmax" as never, 1), ArgumentError, 'Did you mean "softmax"?');
  assertThrows(() => done("2"), ArgumentError, '"02", "03"');
});

Deno.test("check says when it is given the same function again, and only then", async () => {
  const note = "This is the same function as at the last check.";
  const first = (Z: Matrix) => scale(Z, 3.3);
  assert(!String(await check.relu(first)).includes(note));
  const again = await check.relu(first);
  assertStringIncludes(String(again), note);
  assertStringIncludes(bundleOf(again)["text/html"] as string, note);
  // A grader reads what is wrong, and nothing else.
  assert(!again.message.includes(note));
  assert(!String(await check.relu((Z: Matrix) => scale(Z, 4))).includes(note));
  await check.relu(relu);
  assert(!String(await check.relu(relu)).includes(note), "what is right needs no such note");
});

Deno.test("check says what is given to it that is no function", async () => {
  const nothing = await (check.relu as () => Promise<CheckResult>)();
  assertEquals(nothing.message, "check.relu needs your function: check.relu(relu).");
  assertStringIncludes((await check.relu("relu" as never)).message, 'found the text "relu"');
  const { message } = await check.relu(relu(Matrix.from([[1]])) as never);
  assertStringIncludes(message, "Give the function itself, without calling it: check.relu(relu).");
  assertStringIncludes((await check.relu(relu.bind(null))).message, "no source");
  assertStringIncludes((await check.relu(Math.max as never)).message, "no source");
});

Deno.test("check takes along what a function of a script uses, and its own name", async () => {
  const factor = { by: [2] };
  const half = (z: number) => z / factor.by[0];
  const doubleOfHalf = (Z: Matrix) =>
    Matrix.from(Z.toArray().map((row) => row.map((z) => Math.max(0, 2 * half(z)))));
  const result = await check.relu(doubleOfHalf, { uses: { half, factor } });
  assertEquals(result.verdict, "right", result.message);
  assertStringIncludes((await check.relu(doubleOfHalf)).message, "It uses half");

  // Names that the check itself might use.
  const data = 0, glassnet = { zero: [data] };
  const named = (Z: Matrix) =>
    Matrix.from(Z.toArray().map((row) => row.map((z) => Math.max(data, glassnet.zero[0], z))));
  assertEquals((await check.relu(named, { uses: { data, glassnet } })).verdict, "right");
  const whole = await import("glassnet");
  const byName = (Z: Matrix) => whole.initParameters() && whole.relu(Z);
  assertEquals((await check.relu(byName, { uses: { whole } })).verdict, "right");
  const X = Matrix.zeros(784, 41000);
  assertStringIncludes(
    (await check.relu(() => X, { uses: { X } })).message,
    "uses X of the notebook, a 784 x 41000 matrix",
  );

  const { relu: asMethod } = {
    relu(Z: Matrix) {
      return relu(Z);
    },
  };
  assertEquals((await check.relu(asMethod)).verdict, "right");
});

Deno.test("a check shows itself as HTML that is escaped, as text, and as data for a grader", async () => {
  const result = await check.relu(() => {
    console.log("<b>here</b>", [1]);
    throw new Error("<script>alert(1)</script>");
  });
  assert(result instanceof CheckResult);
  const bundle = bundleOf(result);
  const html = bundle["text/html"] as string;
  assert(!html.includes("<script") && !html.includes("<b>here"), html);
  assertStringIncludes(html, "&lt;script&gt;");
  assertStringIncludes(bundle["text/plain"] as string, "<b>here</b> [ 1 ]");
  assertEquals(bundle["application/vnd.glassnet.check+json"], {
    piece: "relu",
    verdict: "failed",
    mistake: null,
    message: result.message,
  });
});

Deno.test("a right check says how far from the reference it is, and shows both", async () => {
  const result = await check.relu((Z: Matrix) => scale(relu(Z), 1 + 1e-13));
  assertEquals(result.verdict, "right");
  assert(result.difference! > 0 && result.difference! < 1e-10, String(result.difference));
  const html = bundleOf(result)["text/html"] as string;
  // Each with a legend, which is a picture too.
  assertEquals(html.match(/<img src="data:image\/png;base64,/g)?.length, 4);
  assertStringIncludes(html, "yours, 10 x 20");
});

Deno.test("a wrong result of the right shape is drawn in the reference's colors, and its error too", async () => {
  const html = bundleOf(await check.relu((Z: Matrix) => scale(relu(Z), 4)))["text/html"] as string;
  const captions = html.match(/(?<=<figcaption>)[^<]*/g);
  assertEquals(captions, [
    "yours, 10 x 20",
    "the reference, 10 x 20",
    "yours - the reference, 10 x 20",
  ]);
  const legends = html.match(/(?<=nowrap">)[^<]*/g)!;
  assertEquals(legends[0], legends[1], "one scale for both");
  const ratio = Number(legends[2]) / Number(legends[1]);
  assert(Math.abs(ratio - 0.75) < 0.01, `${ratio}`);

  const named = await check.relu((Z: Matrix) => Z);
  assertEquals(named.verdict, "mistake");
  assertStringIncludes(bundleOf(named)["text/html"] as string, "yours - the reference");
  const withNaN = await check.relu((Z: Matrix) =>
    Matrix.from(Z.toArray().map((row) => row.map(() => NaN)))
  );
  assertStringIncludes(bundleOf(withNaN)["text/html"] as string, "striped: NaN");
  for (const written of [() => 7, (Z: Matrix) => Matrix.zeros(Z.cols, Z.rows), () => {}]) {
    assert(!(bundleOf(await check.relu(written))["text/html"] as string).includes("<img"));
  }
  // Of several matrices those that are wrong.
  const update = await check.update((p: Parameters, g: Gradients, alpha: number) => ({
    ...step(p, g, alpha),
    b2: p.b2,
  }), { uses: { step } });
  assertEquals(
    (bundleOf(update)["text/html"] as string).match(/(?<=<figcaption>)[^<]*/g)?.[0],
    "yours, b2, 10 x 1",
  );
});

Deno.test("done() lists every piece with its latest check", async () => {
  await check.relu((Z: Matrix) => Z);
  await check.relu(relu);
  await check.add(() => notWritten("add"));
  const { rows } = done();
  assertEquals(rows.length, 23);
  const verdictOf = (name: string) => rows.find(({ piece }) => piece === name)?.verdict;
  assertEquals(["relu", "add", "dW1"].map(verdictOf), ["right", "unwritten", "not checked"]);
  assertEquals(rows.find(({ piece }) => piece === "add")?.message, "", "said once");
  assertStringIncludes(String(done("02")), "0 of 4 pieces done");
  assertStringIncludes(bundleOf(done())["text/html"] as string, "not checked");
  const columns = (shown: ReturnType<typeof done>) =>
    (bundleOf(shown)["text/html"] as string).match(/(?<=<th[^>]*>)[^<]+/g);
  assertEquals(columns(done()), ["notebook", "piece", "check"]);
  assertEquals(columns(done("02")), ["piece", "check"], "one notebook needs no column");
});

Deno.test("notWritten() throws an error that names the piece", () => {
  const error = assertThrows(() => notWritten("dW2"), NotWrittenError, "dW2 is not written yet");
  assertEquals((error as NotWrittenError).piece, "dW2");
});
