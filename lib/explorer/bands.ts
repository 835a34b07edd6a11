import type { MatrixName } from "../display/symbols.ts";

/** Matrices that stand side by side, and the column of the flow that they stand in. */
export interface Group {
  column: number;
  matrices: MatrixName[];
}

/**
 * The flow of a training step in three bands: a gradient stands below what it belongs to, an updated
 * parameter below its gradient.
 */
export const bands: readonly { name: string; groups: readonly Group[] }[] = [
  {
    name: "Forward \u2192",
    groups: [
      { column: 1, matrices: ["X"] },
      { column: 2, matrices: ["W1", "b1"] },
      { column: 3, matrices: ["Z1"] },
      { column: 4, matrices: ["A1"] },
      { column: 5, matrices: ["W2", "b2"] },
      { column: 6, matrices: ["Z2"] },
      { column: 7, matrices: ["A2"] },
      { column: 8, matrices: ["Y"] },
    ],
  },
  {
    name: "\u2190 Backward",
    groups: [
      { column: 2, matrices: ["dW1", "db1"] },
      { column: 3, matrices: ["dZ1"] },
      { column: 5, matrices: ["dW2", "db2"] },
      { column: 6, matrices: ["dZ2"] },
    ],
  },
  {
    name: "Update",
    groups: [
      { column: 2, matrices: ["new W1", "new b1"] },
      { column: 5, matrices: ["new W2", "new b2"] },
    ],
  },
];
