/** The task that breaks lib: on a tiny project of its own, whose tests notice all but one thing. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import {
  allMutants,
  draw,
  type Mutant,
  outdated,
  report,
  tryAll,
} from "../../tools/mutants/mutants.ts";
import { changesOf } from "../../tools/mutants/operators.ts";
import { isOwn, measure } from "../../tools/mutants/reach.ts";
import { copyTree } from "../../tools/mutants/tree.ts";

/** What each change makes of a text, without its place. */
const changed = (text: string) =>
  changesOf(text).map(({ kind, start, end, to }) =>
    `${kind}: ${text.slice(0, start)}${to}${text.slice(end)}`
  );

Deno.test("each operator makes the change that its name says", () => {
  const cases: [text: string, ...changes: string[]][] = [
    ["a + b", "arithmetic: a - b"],
    ["a * (b)", "arithmetic: a / (b)"],
    ["a < b", "bound: a <= b"],
    ["a >= b", "bound: a > b"],
    ["a === b", "equality: a !== b"],
    ["a && !b", "logic: a || !b", "negation dropped: a && b"],
    ["-a", "sign dropped: a"],
    ["a ?? b", "default dropped: a"],
    ["a ? b : c", "other branch: !(a) ? b : c"],
    ["if (a) b = c;", "other branch: if (!(a)) b = c;"],
    ["7", "number: 8"],
    ["256", "number: 512"],
    ["0.1", "number: 0.2"],
    ["true", "true or false: false"],
    ["c = Math.min(a, b)", "rounding: c = Math.max(a, b)"],
    ["d = f(a, b, c)", "swapped arguments: d = f(b, a, c)", "swapped arguments: d = f(a, c, b)"],
    ["f();", "call dropped: ;"],
    ["await f();", "call dropped: ;"],
    ["requireWhole(a);", "check dropped: ;"],
    ['a = requireWhole("a", a)', 'wrong name: a = requireWhole("elsewhere", a)'],
    ["if (a) throw b;", "check dropped: ;"],
    ["if (a) { b = c; throw d; }", "check dropped: ;"],
    [
      "throw new E(`${a}: ${b}`);",
      'wrong place: throw new E(`${"elsewhere"}: ${b}`);',
      'wrong place: throw new E(`${a}: ${"elsewhere"}`);',
    ],
    ["for (;;) break;", "loop left: for (;;) continue;"],
    ["for (;;) { continue; }", "loop left: for (;;) { break; }"],
    ["function f() { a = b; }", "return early: function f() { return; a = b; }"],
  ];
  for (const [text, ...changes] of cases) assertEquals(changed(text), changes, text);
});

Deno.test("what no test could notice, or the type checker does, is left alone", () => {
  for (
    const text of [
      'import a from "a"; export * from "b";',
      "type A = 1 | true; interface B { b: 7 }",
      "let a: 5 | false; function f(a: 3): a is 3 { return b; }",
      '"a" + b; `a` + b;',
      "f(a, a); f(a, () => b); f(a, {}); f(a, ...b); f(a, 'b'); Math.max(a, b).c",
      "for (; a; i++);",
      "while (true) a = b;",
      "switch (a) { case b: break; }",
    ]
  ) {
    const found = changed(text).filter((change) => !/^(rounding|call dropped)/.test(change));
    assertEquals(found, [], text);
  }
});

const project: Record<string, string> = {
  "deno.json": JSON.stringify({
    test: { include: ["tests", "!tests/browser"], permissions: { read: true, write: true } },
    imports: { tiny: "./lib/tiny/between.ts" },
  }),
  "lib/tiny/between.ts": `
export function between(low: number, value: number, high: number): boolean {
  return low <= value && value < high;
}

/** Nobody calls this. */
export function forgotten(a: number): number {
  return a - 1;
}

export function power(to: number): number {
  let power = 1;
  while (power < to) power *= 2;
  return power;
}
`,
  "tests/tiny/between_test.ts": `
import { between, power } from "../../lib/tiny/between.ts";
Deno.test("between", () => {
  if (!between(1, 1, 3) || between(1, 0, 3) || between(1, 4, 3)) throw new Error("wrong");
  if (power(1) !== 1 || power(3) !== 4) throw new Error("wrong");
});
`,
  "tests/other_test.ts": `
import { between } from "tiny";
Deno.test("and from afar", () => {
  if (between(1, 2, 2)) throw new Error("wrong");
});
`,
  "tests/browser/red_test.ts": 'throw new Error("needs a browser");',
  "tests/red_test.ts": 'Deno.test("red", () => { throw new Error("always"); });',
};

Deno.test("what must be noticed is killed, and what nobody tests survives", async (test) => {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  for (const [path, text] of Object.entries(project)) {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  }
  const trees = [await copyTree(folder, Deno.execPath()), await copyTree(folder, Deno.execPath())];
  try {
    const memory = join(folder, "reach.json");
    const { tests, red } = await measure(trees, Deno.execPath(), { memory });
    assertEquals(red, ["tests/red_test.ts"]);
    assertEquals(tests.map(({ path }) => path).sort(), [
      "tests/other_test.ts",
      "tests/tiny/between_test.ts",
    ]);
    await test.step("what was measured is known the second time", async () => {
      await measure(trees, Deno.execPath(), { memory });
      const stored = JSON.parse(await Deno.readTextFile(memory));
      assertEquals(stored.length, 2);
    });

    await test.step("only what is wanted is measured, and the rest is still known", async () => {
      const wanted = (path: string) => path.startsWith("tests/tiny/");
      const { tests, red } = await measure(trees, Deno.execPath(), { memory, wanted });
      assertEquals([tests.length, red], [1, []]);
      assertEquals(JSON.parse(await Deno.readTextFile(memory)).length, 2);
    });

    const mutants = await allMutants(folder);
    const outcomes = await tryAll(mutants, trees, tests, { patience: 15 });
    assertEquals(outcomes.length, mutants.length);
    const ends = (end: string) =>
      outcomes.filter((outcome) => outcome.end === end).map(({ mutant }) =>
        `${mutant.line}: ${mutant.after}`
      ).sort();
    assertEquals(ends("survived"), ["8: return a + 1;", "8: return a - 2;"]);
    assertEquals(ends("timed out"), ["13: while (power < to) power /= 2;"]);
    // The bound at 3 is noticed by a test outside the room only.
    assert(ends("killed").includes("3: return low <= value && value <= high;"));
    assert(ends("killed").includes("3: return low < value && value < high;"));

    const equivalent = { file: "lib/tiny/between.ts", before: "return a - 1;", why: "a guess" };
    const listed = [{ ...equivalent, after: "return a + 1;" }];
    const words = report(outcomes, listed);
    const killed = outcomes.filter(({ end }) => end === "killed").length;
    assertMatch(words, RegExp(`killed ${killed}, timed out 1, survived 1, equivalent 1 `));
    assertMatch(
      words,
      /between\.ts:8 number, and no test was seen to run this line\n- return a - 1;\n\+ return a - 2;/,
    );
    assertEquals(outdated(listed, mutants), []);
    assertEquals(outdated([{ ...equivalent, after: "return 7;" }], mutants).length, 1);
    assertEquals(
      await Deno.readTextFile(join(folder, "lib/tiny/between.ts")),
      project["lib/tiny/between.ts"],
      "the project itself was touched",
    );
    for (const tree of trees) {
      const text = await Deno.readTextFile(join(tree.folder, "lib/tiny/between.ts"));
      assertEquals(text, project["lib/tiny/between.ts"], "a copy was left broken");
    }
  } finally {
    for (const tree of trees) await tree.remove();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a seed draws the same changes again, none twice", () => {
  const mutants = Array.from({ length: 100 }, (_, line) => ({ line }) as Mutant);
  const drawn = draw(mutants, 30, 7);
  assertEquals(drawn, draw(mutants, 30, 7));
  assertEquals(new Set(drawn).size, 30);
  assert(draw(mutants, 30, 8).some((mutant, i) => mutant !== drawn[i]));
  assertEquals(new Set(draw(mutants, 1000, 1)).size, 100);
});

Deno.test("a room's own tests are those of its folder, or of the room around it", () => {
  const tests = ["tests/a_test.ts", "tests/matrix/b_test.ts", "tests/matrix/kernels/c_test.ts"];
  const own = (file: string) => tests.filter((test) => isOwn(test, file, tests));
  assertEquals(own("lib/matrix/kernels/x.ts"), tests.slice(2));
  assertEquals(own("lib/matrix/other/x.ts"), tests.slice(1));
  assertEquals(own("lib/matrix/x.ts"), tests.slice(1));
  assertEquals(own("lib/arguments/x.ts"), []);
});
