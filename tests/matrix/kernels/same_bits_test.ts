import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Pixels } from "glassnet";
import type { Kernels } from "../../../lib/matrix/kernels/kernels.ts";
import { cut } from "../../../lib/matrix/kernels/pieces.ts";
import { plainKernels } from "../../../lib/matrix/kernels/plain_kernels.ts";
import { SimdKernels } from "../../../lib/matrix/kernels/simd_kernels.ts";
import { startKernels, withKernels } from "../../../lib/matrix/kernels/start.ts";
import type { Dtype, Values } from "../../../lib/matrix/kernels/format.ts";
import { Scratch } from "../../../lib/matrix/kernels/scratch.ts";

/** Fails at the first number that differs in a bit; NaN is NaN, but -0 is not 0. */
function assertSameBits(found: Values | Uint8Array, expected: Values | Uint8Array): void {
  assertEquals(found.length, expected.length);
  const k = found.findIndex((x, i) => !Object.is(x, expected[i]));
  assert(k < 0, `number ${k} is ${found[k]}, but should be ${expected[k]}`);
}

/** Numbers that have gone wrong before: zeros of both signs, huge, tiny, not finite. */
const awkward = [0, -0, 1e30, -1e30, 1e-40, Infinity, -Infinity, NaN];
const element = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(...awkward) },
);

/** An array of `length` numbers that look random, made quickly of a few that fast-check draws. */
function repeated(drawn: number[], length: number, dtype: Dtype): Values {
  const Type = dtype === "float64" ? Float64Array : Float32Array;
  const values = new Type(length);
  for (let i = 0; i < length; i++) values[i] = drawn[(i * 7 + (i >> 5)) % drawn.length];
  return values;
}

function images(size: number, count: number, seed: number): Pixels {
  const bytes = new Uint8Array(size * count);
  for (let i = 0; i < bytes.length; i++) {
    const noise = Math.imul(i + seed, 2654435761) >>> 8;
    bytes[i] = noise % 5 === 0 ? noise >>> 3 : 0;
  }
  return Pixels.fromBytes(bytes, size);
}

/** The products row by row, each sum on its own, in its pieces: the definition. */
const oneRowAtATime: Pick<
  Kernels,
  "timesPixels" | "timesColumns" | "timesPixelsTransposed" | "timesTransposed"
> = {
  timesPixels(out, W, X, rows) {
    this.timesColumns(out, W, X.expand(), rows, X.size, X.count);
  },
  timesColumns(out, A, B, rows, inner, cols) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) sum += A[k * rows + i] * B[j * inner + k];
        out[j * rows + i] = sum;
      }
    }
  },
  timesPixelsTransposed(out, D, X, rows) {
    this.timesTransposed(out, D, X.expand(), rows, X.count, X.size);
  },
  timesTransposed(out, A, B, rows, inner, cols) {
    const ends = cut(inner);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        let sum = 0;
        for (let piece = 1; piece < ends.length; piece++) {
          let part = 0;
          for (let k = ends[piece - 1]; k < ends[piece]; k++) {
            part += A[k * rows + i] * B[k * cols + j];
          }
          sum += part;
        }
        out[j * rows + i] = sum;
      }
    }
  },
};

const rows = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 17 }) },
  { weight: 1, arbitrary: fc.constantFrom(31, 32, 33, 64, 100, 128, 256) },
);
const inner = fc.integer({ min: 1, max: 12 });
const cols = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom(2047, 2048, 2049, 5000) },
);
const dtype = fc.constantFrom<Dtype>("float64", "float32");
const drawn = fc.array(element, { minLength: 40, maxLength: 90 });
// Where zeros are left out, infinity times 0 is not seen.
const drawnFinite = drawn.map((numbers) => numbers.filter(Number.isFinite));

/** What each kernel is tried with: given its shapes and numbers, it fills `out`. */
const cases: Record<
  string,
  (
    kernels: Kernels,
    allocate: (length: number) => Values,
    r: number,
    n: number,
    c: number,
    a: (length: number) => Values,
    b: (length: number) => Values,
  ) => Values | Uint8Array
> = {
  timesPixels(kernels, allocate, r, n, c, a) {
    const out = allocate(r * c);
    kernels.timesPixels(out, a(r * n), images(n, c, r), r);
    return out;
  },
  timesPixelsTransposed(kernels, allocate, r, n, c, a) {
    const out = allocate(r * n);
    kernels.timesPixelsTransposed(out, a(r * c), images(n, c, r), r);
    return out;
  },
  timesColumns(kernels, allocate, r, n, c, a, b) {
    const out = allocate(r * c);
    kernels.timesColumns(out, a(r * n), b(n * c), r, n, c);
    return out;
  },
  timesTransposed(kernels, allocate, r, n, c, a, b) {
    const out = allocate(r * n);
    kernels.timesTransposed(out, a(r * c), b(n * c), r, c, n);
    return out;
  },
  add(kernels, allocate, r, _n, c, a, b) {
    const out = allocate(r * c);
    kernels.add(out, a(r * c), b(r * c));
    return out;
  },
  subtract(kernels, allocate, r, _n, c, a, b) {
    const out = allocate(r * c);
    kernels.subtract(out, a(r * c), b(r * c));
    return out;
  },
  multiply(kernels, allocate, r, _n, c, a, b) {
    const out = allocate(r * c);
    kernels.multiply(out, a(r * c), b(r * c));
    return out;
  },
  scale(kernels, allocate, r, _n, c, a) {
    const out = allocate(r * c);
    kernels.scale(out, a(r * c), 1 / 3);
    return out;
  },
  addColumn(kernels, allocate, r, _n, c, a, b) {
    const out = allocate(r * c);
    kernels.addColumn(out, a(r * c), b(r));
    return out;
  },
  sumColumns(kernels, allocate, r, _n, c, a) {
    const out = allocate(r);
    kernels.sumColumns(out, a(r * c));
    return out;
  },
  relu(kernels, allocate, r, _n, c, a) {
    const out = allocate(r * c);
    kernels.relu(out, a(r * c));
    return out;
  },
  reluDerivative(kernels, allocate, r, _n, c, a) {
    const out = allocate(r * c);
    kernels.reluDerivative(out, a(r * c));
    return out;
  },
  softmax(kernels, allocate, r, _n, c, a) {
    const out = allocate(r * c);
    kernels.softmax(out, a(r * c), r);
    return out;
  },
  crossEntropy(kernels, _allocate, r, _n, c, a, b) {
    const [A, Y] = [a(r * c), b(r * c)];
    // Most of Y is 0, as in one-hot columns.
    for (let i = 0; i < Y.length; i++) if (i % 3 > 0) Y[i] = 0;
    return Float64Array.of(kernels.crossEntropy(A, Y, r));
  },
  argmax(kernels, _allocate, r, _n, c, a) {
    const { buffer, byteOffset } = kernels.room(c);
    const out = new Uint8Array(buffer, byteOffset, c);
    kernels.argmax(out, a(r * c), r);
    return out;
  },
};

/** Kernels that take two matrices, and so could be given two number formats. */
const ofTwo = ["timesColumns", "timesTransposed", "add", "subtract", "multiply", "addColumn"];

Deno.test("WASM SIMD gives the bits of the plain kernels if number formats are mixed", () => {
  const { kernels, close } = withKernels({ kind: "simd", threads: 1 }, startKernels);
  const scratch = new Scratch(1, kernels);
  const formats = [["float64", "float32"], ["float32", "float64"]] as const;
  try {
    fc.assert(
      fc.property(
        fc.constantFrom(...ofTwo, "crossEntropy"),
        fc.constantFrom(...formats),
        drawn,
        drawn,
        (name, [one, other], x, y) => {
          const a = (length: number) => repeated(x, length, one);
          const b = (length: number) => repeated(y, length, other);
          const fresh = (length: number) => repeated([9], length, "float64");
          const expected = cases[name](plainKernels, fresh, 5, 4, 7, a, b);
          const found = scratch.turn(() =>
            cases[name](kernels, (length) => scratch.take("float64", length), 5, 4, 7, a, b)
          );
          assertSameBits(found, expected);
        },
      ),
    );
  } finally {
    close();
  }
});

Deno.test("WASM SIMD sorts images by pixel once, and its memory stops growing", () => {
  const { kernels, close } = withKernels({ kind: "simd", threads: 1 }, startKernels);
  const scratch = new Scratch(1, kernels);
  const X = images(20, 3000, 1);
  const product = () =>
    scratch.turn(() => {
      const D = scratch.take("float64", 4 * 3000).fill(1);
      kernels.timesPixelsTransposed(scratch.take("float64", 4 * 20), D, X, 4);
    });
  try {
    product();
    const [before, after] = [kernels.room(8).byteOffset, (product(), kernels.room(8).byteOffset)];
    assert(after - before < 1000, `${after - before} bytes more`);
  } finally {
    close();
  }
});

for (const threads of [1, 3]) {
  Deno.test(`WASM SIMD with ${threads} threads gives the bits of the plain kernels`, async (test) => {
    const { kernels, close } = withKernels({ kind: "simd", threads }, startKernels);
    if (!(kernels instanceof SimdKernels)) throw new Error("the WASM kernels did not start");
    const scratch = new Scratch(1, kernels);
    try {
      if (threads > 1) await allThreads(kernels, scratch, threads);
      for (const [name, run] of Object.entries(cases)) {
        await test.step(name, () => {
          fc.assert(
            fc.property(rows, inner, cols, dtype, drawn, drawn, (r, n, c, dtype, x, y) => {
              const a = (length: number) => repeated(x, length, dtype);
              const b = (length: number) => repeated(y, length, dtype);
              const fresh = (length: number) => repeated([9], length, dtype);
              const expected = run(plainKernels, fresh, r, n, c, a, b);
              const found = scratch.turn(() =>
                run(kernels, (length) => scratch.take(dtype, length).fill(7), r, n, c, a, b)
              );
              assertSameBits(found, expected);
            }),
            { numRuns: 60 },
          );
        });
      }
    } finally {
      close();
    }
  });
}

/** Gives out work until the helpers, which start with the first, have all joined in. */
async function allThreads(kernels: SimdKernels, scratch: Scratch, threads: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; kernels.threads < threads;) {
    assert(Date.now() < deadline, `only ${kernels.threads} of ${threads} threads have started`);
    scratch.turn(() => kernels.relu(scratch.take("float64", 1e6), scratch.take("float64", 1e6)));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

Deno.test("ten rows at a time give the bits of one row at a time", () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 12 }),
      cols,
      drawnFinite,
      drawnFinite,
      (r, n, c, x, y) => {
        const A = repeated(x, r * n, "float64");
        const B = repeated(y, n * c, "float64");
        const D = repeated(y, r * c, "float64");
        const X = images(n, c, r);
        const products = [plainKernels, oneRowAtATime].map((kernels) => {
          const [WX, AB, DXt, DBt] = [r * c, r * c, r * n, r * n].map((n) => new Float64Array(n));
          kernels.timesPixels(WX, A, X, r);
          kernels.timesColumns(AB, A, B, r, n, c);
          kernels.timesPixelsTransposed(DXt, D, X, r);
          kernels.timesTransposed(DBt, D, B, r, c, n);
          return [WX, AB, DXt, DBt];
        });
        products[0].forEach((product, k) => assertSameBits(product, products[1][k]));
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("a product has the bits of its rows one by one, whatever the number formats", () => {
  fc.assert(
    fc.property(dtype, dtype, dtype, drawnFinite, drawnFinite, (one, other, result, x, y) => {
      // 23 rows: two times ten, and three that are left.
      const [r, n, c] = [23, 4, 5];
      const X = images(n, c, r);
      const row = (A: Values, i: number) => A.filter((_, k) => k % r === i);
      const whole = (length: number) => repeated([0], length, result);
      const A = repeated(x, r * n, one);
      const D = repeated(x, r * c, one);
      const B = repeated(y, n * c, other);
      const all = [whole(r * c), whole(r * c), whole(r * n), whole(r * n)];
      const productsOf = ([WX, AB, DXt, DBt]: Values[], A: Values, D: Values, rows: number) => {
        plainKernels.timesPixels(WX, A, X, rows);
        plainKernels.timesColumns(AB, A, B, rows, n, c);
        plainKernels.timesPixelsTransposed(DXt, D, X, rows);
        plainKernels.timesTransposed(DBt, D, B, rows, c, n);
      };
      productsOf(all, A, D, r);
      for (let i = 0; i < r; i++) {
        const alone = [whole(c), whole(c), whole(n), whole(n)];
        productsOf(alone, row(A, i), row(D, i), 1);
        alone.forEach((product, k) => assertSameBits(product, row(all[k], i)));
      }
    }),
    { numRuns: 60 },
  );
});
