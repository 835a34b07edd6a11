import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { inspect } from "../../lib/cells/inspect.ts";

const seed = 7;

/** A function that reads its arguments object. */
function argumentsOf(..._things: unknown[]): unknown {
  return arguments;
}

class Point {
  #hidden = 1;
  static readonly origin = 0;
  constructor(readonly x: number, readonly y: number) {}
  get length() {
    return Math.hypot(this.x, this.y) * this.#hidden;
  }
}
class Spot extends Point {}
class Tagged {
  readonly inside = 1;
  get [Symbol.toStringTag]() {
    return "Tag";
  }
}
class Shown {
  [Symbol.for("Deno.customInspect")]() {
    return "shown\nby itself";
  }
}
class OwnError extends Error {
  override name = "OwnError";
  constructor(message: string, readonly where: number) {
    super(message);
  }
}

const circle: Record<string, unknown> = { name: "circle", list: [] };
circle.me = circle;
(circle.list as unknown[]).push(circle, { circle });
const sparse = [1, , 3, , , 6];
const extra = Object.assign([1, 2], { note: "x" });

const values: { [what: string]: unknown } = {
  undefined: undefined,
  numbers: [0, -0, NaN, Infinity, 1e21, 1.5, 10n],
  strings: ["a", "it's", 'say "x"', "`'\"", "a\nb", "\u0007\x7f", "é漢字", ""],
  "a long text": ["x".repeat(90), "a\nb".repeat(40)],
  "a very long text": "y".repeat(12_000),
  symbols: [Symbol(), Symbol("a"), Symbol("a b"), Symbol.iterator],
  "numbers in columns": Array.from({ length: 150 }, (_, i) => i * i),
  "negative numbers": Array.from({ length: 30 }, (_, i) => Math.sin(i)),
  "words in columns": Array.from({ length: 27 }, (_, i) => "w".repeat(i % 5)),
  "wide words": Array.from({ length: 9 }, (_, i) => "漢".repeat(i % 4)),
  "objects in an array": Array.from({ length: 9 }, (_, i) => ({ i })),
  "holes in arrays": [sparse, Array(5), [, 1], extra, Array(200)],
  "typed arrays": [
    new Float64Array(3),
    Float32Array.of(0.1, 0.2),
    new Uint8Array(200),
    new BigInt64Array(2),
    new Uint8ClampedArray(),
  ],
  buffers: [new ArrayBuffer(3), new Uint8Array(150).buffer, new DataView(new ArrayBuffer(2))],
  maps: [new Map([["k", [1, { a: 2 }]]]), new Map(), new Map([[{ a: 1 }, new Map([[1, 2]])]])],
  sets: [new Set([1, "a"]), new Set(), new Set(Array.from({ length: 120 }, (_, i) => i))],
  classes: [Point, Spot, class {}, new Point(3, 4), new Spot(1, 2), [new Point(0, 0)]],
  "a tag": [new Tagged(), Math, JSON, Object.assign(Object.create(null), { a: 1 })],
  "no prototype": [Object.create(null), Object.create({})],
  functions: [
    () => 1,
    function named() {},
    async () => {},
    function* generator() {},
    Object.assign(() => 1, { x: 1 }),
    Math.max,
  ],
  "own inspection": [new Shown(), { in: new Shown() }],
  properties: {
    get a() {
      return 1;
    },
    set b(_: number) {
      // Nothing to set.
    },
    get c() {
      return 1;
    },
    set c(_: number) {
      // Nothing to set.
    },
    "d-e": 1,
    3: 4,
    [Symbol("s")]: 5,
    f() {},
  },
  depth: { a: { b: { c: { d: { e: { f: 1 } } } } }, l: [[[[[[1]]]]]], m: new Map([[1, { x: 1 }]]) },
  circle,
  dates: [new Date(0), new Date(NaN)],
  "regular expressions": [/x/g, Object.assign(/y/, { note: 1 })],
  boxes: [Object(1), Object("text"), Object(true), Object(1n), Object(Symbol("s"))],
  weak: [new WeakMap(), new WeakSet()],
  arguments: argumentsOf(1, "a"),
  promise: new Promise(() => {}),
  "an error without frames": Object.assign(new Error("m"), { stack: "Error: m" }),
  errors: [
    new TypeError("one"),
    new OwnError("two", 3),
    new Error("three", { cause: new RangeError("inner") }),
  ],
  "an error that has no message": new Error(),
  "errors together": new AggregateError([new Error("a"), new Error("b")], "both"),
};

for (const [what, value] of Object.entries(values)) {
  Deno.test(`${what}: shown as Deno shows it`, () => {
    assertEquals(inspect(value), Deno.inspect(value));
  });
}

Deno.test("anything is shown as Deno shows it", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withBoxedValues: true,
    withSparseArray: true,
    withUnicodeString: true,
  });
  const property = fc.property(anything, (value) => {
    assertEquals(inspect(value), Deno.inspect(value));
  });
  fc.assert(property, { seed, numRuns: 500 });
});

Deno.test("arrays of numbers of any length and width are shown as Deno shows them", () => {
  const numbers = fc.array(fc.oneof(fc.integer(), fc.double(), fc.nat(99)), { maxLength: 130 });
  const property = fc.property(numbers, fc.nat(3), (array, depth) => {
    let value: unknown = array;
    for (let i = 0; i < depth; i++) value = { inside: value };
    assertEquals(inspect(value), Deno.inspect(value));
  });
  fc.assert(property, { seed, numRuns: 300 });
});

Deno.test("only as deep as it is asked for", () => {
  const value = { a: { b: 1 } };
  assertEquals(inspect(value, { depth: 0 }), Deno.inspect(value, { depth: 0 }));
});

Deno.test("what is known of a promise is shown", () => {
  const fulfilled = Promise.resolve(4);
  assertEquals(
    inspect(fulfilled, { settled: new Map([[fulfilled, { value: 4 }]]) }),
    "Promise { 4 }",
  );
});
