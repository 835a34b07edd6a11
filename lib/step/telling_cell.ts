import type { Cell } from "./cells.ts";
import type { MatrixName, ResultName } from "./equations.ts";
import type { StepMatrices } from "./training_step.ts";

/**
 * The cell of a result that is written out unless told: the one farthest from 0, of the chosen image where there is
 * a column for each image; of an updated parameter the one with the largest gradient.
 */
export function tellingCell(matrices: StepMatrices, result: ResultName, image: number): Cell {
  const A = matrices[result.replace("new ", "d") as MatrixName];
  const isPerImage = !/[Wb]/.test(result);
  const [from, to] = isPerImage ? [image, image + 1] : [0, A.cols];
  let best = { matrix: result, row: 0, col: from };
  for (let col = from; col < to; col++) {
    for (let row = 0; row < A.rows; row++) {
      if (Math.abs(A.get(row, col)) > Math.abs(A.get(best.row, best.col))) {
        best = { matrix: result, row, col };
      }
    }
  }
  return best;
}
