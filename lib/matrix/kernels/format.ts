/** The number format of a matrix: 8 bytes and about 16 digits, or 4 bytes and about 7. */
export type Dtype = "float64" | "float32";

/** The numbers of a matrix in memory. */
export type Values = Float64Array | Float32Array;

/** The number format of an array. */
export function dtypeOf(values: Values): Dtype {
  return values instanceof Float64Array ? "float64" : "float32";
}

/** The format of a result: float32 only if both sides are, as in NumPy. */
export function commonDtype(a: Dtype, b: Dtype): Dtype {
  return a === "float32" && b === "float32" ? "float32" : "float64";
}

/** Rounds the result of one operation to a number format. JavaScript itself computes in float64. */
export const rounding: Record<Dtype, (x: number) => number> = {
  float64: (x) => x,
  float32: Math.fround,
};
