import { mersenne } from "pure-rand/generator/mersenne";
import { optionsOf } from "../arguments/options.ts";
import { requireOneOf, requireWhole } from "../arguments/require.ts";
import type { Dtype } from "../matrix/kernels/format.ts";
import { logarithm } from "../matrix/kernels/logarithm.ts";
import { allocate } from "../matrix/kernels/running.ts";
import { Matrix } from "../matrix/matrix.ts";
import { CLASSES, PIXELS } from "../matrix/mnist.ts";

/** What the network learns. */
export interface Parameters {
  /** hidden x 784: how strongly each pixel drives each hidden unit. */
  W1: Matrix;
  /** hidden x 1. */
  b1: Matrix;
  /** 10 x hidden: how strongly each hidden unit speaks for each digit. */
  W2: Matrix;
  /** 10 x 1. */
  b2: Matrix;
}

/** The parameters by name, in the order in which they are drawn, saved and counted. */
export const parameterNames = ["W1", "b1", "W2", "b2"] as const satisfies ParameterName[];

/** The name of a parameter. */
export type ParameterName = "W1" | "b1" | "W2" | "b2";

/** The gradients of the parameters: each has its parameter's shape. */
export interface ParameterGradients {
  /** hidden x 784. */
  dW1: Matrix;
  /** hidden x 1. */
  db1: Matrix;
  /** 10 x hidden. */
  dW2: Matrix;
  /** 10 x 1. */
  db2: Matrix;
}

/** The gradients by name, in the order of their parameters. */
export const gradientNames = ["dW1", "db1", "dW2", "db2"] as const;

/** The sizes, the seed and the kind of a network's first parameters. */
export interface InitOptions {
  /**
   * The number of hidden units.
   *
   * @default {10}
   */
  hidden?: number;
  /**
   * A whole number; the same seed gives the same parameters.
   *
   * @default {0}
   */
  seed?: number;
  /**
   * `"uniform"` in [-0.5, 0.5), or `"he"`.
   *
   * @default {"uniform"}
   */
  init?: "uniform" | "he";
  /**
   * The number format.
   *
   * @default {"float64"}
   */
  dtype?: Dtype;
  /**
   * The number of pixels of an image.
   *
   * @default {784}
   */
  inputs?: number;
  /**
   * The number of classes.
   *
   * @default {10}
   */
  classes?: number;
}

/**
 * The first parameters of a network, drawn at random.
 *
 * `"uniform"`: every weight and bias is uniform in [-0.5, 0.5), drawn row by row in the order
 * W1, b1, W2, b2 from a Mersenne Twister (Matsumoto and Nishimura, 1998). These are to the bit the numbers of
 * `np.random.seed(seed)` followed by `np.random.rand(rows, cols) - 0.5` in NumPy.
 *
 * `"he"`: weights are normal with the standard deviation sqrt(2 / columns), biases are 0 (He et al.,
 * "Delving Deep into Rectifiers", 2015, equation 10). It keeps the size of the signal from layer to
 * layer, whatever the number of units.
 *
 * @throws {ArgumentError} if a size or the seed is not a whole number in range, or `init` is unknown
 *
 * @example
 * ```ts
 * import { initParameters } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const { W1, b1, W2, b2 } = initParameters({ seed: 42 });
 * assertEquals([W1, b1, W2, b2].map((matrix) => matrix.shape), ["10 x 784", "10 x 1", "10 x 10", "10 x 1"]);
 * assertEquals(W1.get(0, 0), 0.3745401188473625 - 0.5); // what NumPy draws for seed 42
 * ```
 */
export function initParameters(options: InitOptions = {}): Parameters {
  const { hidden, seed, init, dtype, inputs, classes } = optionsOf("initParameters", options, {
    hidden: 10,
    seed: 0,
    init: "uniform",
    dtype: "float64",
    inputs: PIXELS,
    classes: CLASSES,
  });
  requireWhole("hidden", hidden, 1, 2 ** 16);
  requireWhole("inputs", inputs, 1, 2 ** 16);
  requireWhole("classes", classes, 1, 2 ** 8);
  requireWhole("seed", seed, 0, 2 ** 32 - 1);
  requireOneOf("dtype", dtype, "float64", "float32");
  requireOneOf("init", init, "uniform", "he");
  const uniform = uniform53(seed);
  if (init === "uniform") {
    const draw = () => uniform() - 0.5;
    return {
      W1: filled(hidden, inputs, dtype, draw),
      b1: filled(hidden, 1, dtype, draw),
      W2: filled(classes, hidden, dtype, draw),
      b2: filled(classes, 1, dtype, draw),
    };
  }
  return {
    W1: filled(hidden, inputs, dtype, normal(uniform, Math.sqrt(2 / inputs))),
    b1: Matrix.zeros(hidden, 1, dtype),
    W2: filled(classes, hidden, dtype, normal(uniform, Math.sqrt(2 / hidden))),
    b2: Matrix.zeros(classes, 1, dtype),
  };
}

/** Numbers in [0, 1) with all 53 bits of a float64 at random: the twister's `genrand_res53`. */
function uniform53(seed: number): () => number {
  const twister = mersenne(seed);
  return () => {
    const high = twister.next() >>> 5;
    const low = twister.next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

/**
 * Normal numbers around 0, by the polar method (Marsaglia and Bray, 1964): a random point of the unit
 * disk gives two of them.
 */
function normal(uniform: () => number, deviation: number): () => number {
  let other: number | undefined;
  let squares = 0;
  const scaled = (x: number) => deviation * x * Math.sqrt(-2 * logarithm(squares) / squares);
  return () => {
    if (other !== undefined) {
      const x = other;
      other = undefined;
      return scaled(x);
    }
    let x, y;
    do {
      x = uniform() * 2 - 1;
      y = uniform() * 2 - 1;
      squares = x * x + y * y;
    } while (squares === 0 || squares > 1);
    other = x;
    return scaled(y);
  };
}

/** A matrix whose elements are drawn row by row. */
function filled(rows: number, cols: number, dtype: Dtype, draw: () => number): Matrix {
  const values = allocate(dtype, rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) values[i + j * rows] = draw();
  }
  return new Matrix(rows, cols, values);
}
