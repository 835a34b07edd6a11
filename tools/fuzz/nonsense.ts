import { Matrix, Pixels } from "glassnet";

/** A subclass of somebody's own. Its instances are matrices. */
export class OwnMatrix extends Matrix {}

/** What nobody should give to a function, but somebody will. Each call makes a new one. */
export const nonsense: Record<string, () => unknown> = {
  "undefined": () => undefined,
  "null": () => null,
  "NaN": () => NaN,
  "Infinity": () => Infinity,
  "-Infinity": () => -Infinity,
  "-1": () => -1,
  "0": () => 0,
  "half": () => 0.5,
  "a thousand million": () => 1e9,
  "2^53": () => 2 ** 53,
  "a bigint": () => 5n,
  "an empty text": () => "",
  "a text": () => "abc",
  "a number as text": () => "5",
  "a text with a zero byte": () => "a\0b",
  "true": () => true,
  "a symbol": () => Symbol("s"),
  "a function": () => () => 1,
  "an empty array": () => [],
  "an array of NaN": () => [NaN],
  "an array of null": () => [null],
  "an array of text": () => ["a", "b"],
  "an array with a hole": () => [, 1],
  "an array of arrays": () => [[1, 2], [3, 4]],
  "an empty object": () => ({}),
  "an object without a prototype": () => Object.create(null),
  "a list that says it is huge": () => ({ length: 1e9 }),
  "a list that says it is negative": () => ({ length: -1 }),
  "a date": () => new Date(0),
  "a forgotten await": () => Promise.resolve(1),
  "an empty typed array": () => new Float64Array(),
  "a typed array": () => Float64Array.of(1, 2, 3),
  "a matrix of another shape": () => Matrix.zeros(3, 5),
  "a matrix of one number": () => Matrix.zeros(1, 1),
  "a look-alike of a matrix": () => ({
    ...{ rows: 2, cols: 2, values: [1, 2, 3, 4], rowStride: 1, colStride: 2, isTransposed: false },
    ...{ dtype: "float64", shape: "2 x 2", get: () => 1, toArray: () => [[1, 3], [2, 4]] },
  }),
  "images as pixels": () => Pixels.fromBytes(new Uint8Array(784)),
};
