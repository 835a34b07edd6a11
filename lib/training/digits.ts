import type { Matrix } from "../matrix/matrix.ts";

/** Images of digits, and what digits they are. */
export interface Digits {
  /** 784 x m: one image a column, each pixel from 0 (white) to 1 (black). */
  X: Matrix;
  /** The m labels, 0 to 9. `test.csv` has none. */
  labels?: Uint8Array;
  /** m, the number of images. */
  count: number;
}
