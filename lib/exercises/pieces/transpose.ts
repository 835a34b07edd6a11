import { Matrix } from "../../matrix/matrix.ts";
import { transpose as right } from "../../matrix/transpose.ts";
import { exercise } from "../exercise.ts";
import { built, each, seeded } from "./making.ts";

export const transpose = exercise({
  name: "transpose",
  notebook: "02",
  call: "transpose(A)",
  gives: "Aᵀ: A is r x c, Aᵀ is c x r",
  right,
  mistakes: {
    unchanged: ["This is A itself. Its rows must become columns.", (A) => A],
    reshaped: [
      "The shape is right, but the numbers stand in their old order, cut into new rows. Follow one of them: the number in row 0, column 1 of A belongs in row 1, column 0.",
      (A) => {
        const flat = A.toArray().flat();
        return built(A.cols, A.rows, (i, j) => flat[i * A.rows + j]);
      },
    ],
    "only-turned-over": [
      "The rows or the columns of A stand in the opposite order, and nothing more. Row 0 of A must become column 0.",
      (A) => Matrix.from(A.toArray().reverse()),
      (A) => Matrix.from(A.toArray().map((row) => row.reverse())),
      (A) => Matrix.from(A.toArray().map((row) => row.reverse()).reverse()),
    ],
    rotated: [
      "This is A turned by 90 degrees. A transpose is mirrored, not turned: the number in row 0, column 0 stays where it is.",
      (A) => built(A.cols, A.rows, (i, j) => A.get(A.rows - 1 - j, i)),
      (A) => built(A.cols, A.rows, (i, j) => A.get(j, A.cols - 1 - i)),
    ],
    "other-diagonal": [
      "This is mirrored at the wrong diagonal. The number in row 0, column 0 must stay where it is.",
      (A) => built(A.cols, A.rows, (i, j) => A.get(A.rows - 1 - j, A.cols - 1 - i)),
    ],
    "indices-not-exchanged": [
      "A square A comes back as it was, and with any other shape this fails. Element (i, j) of the transpose is A.get(j, i): exchange the indices, and do it once.",
      (A) => built(A.cols, A.rows, (i, j) => A.get(i, j)),
    ],
    "old-shape": [
      "It works only where A is square: elsewhere a loop runs too far. The transpose has as many rows as A has columns, and as many columns as A has rows.",
      (A) => each(A, (_, i, j) => A.get(j, i)),
    ],
  },
  hints: [
    "Take a 2 x 3 matrix and write its transpose on paper. Which shape does it have?",
    "Element (i, j) of the transpose is element (j, i) of A.",
    "Make an array with one row for each column of A. Row i holds A.get(0, i), A.get(1, i) and so on, down the column. Matrix.from makes a matrix of it.",
  ],
  trials: ({ X }) => [[seeded(2, 3, 1)], [seeded(3, 3, 2)], [seeded(1, 4, 3)], [X]],
});
