import type { Piece } from "./piece.ts";
import { add } from "./pieces/add.ts";
import { confusionMatrix } from "./pieces/confusion_matrix.ts";
import { crossEntropy } from "./pieces/cross_entropy.ts";
import { db1 } from "./pieces/db1.ts";
import { db2 } from "./pieces/db2.ts";
import { dW1 } from "./pieces/dw1.ts";
import { dW2 } from "./pieces/dw2.ts";
import { dZ1 } from "./pieces/dz1.ts";
import { dZ2 } from "./pieces/dz2.ts";
import { forward } from "./pieces/forward.ts";
import { matmul } from "./pieces/matmul.ts";
import { oneHot } from "./pieces/one_hot.ts";
import { relu } from "./pieces/relu.ts";
import { softmax } from "./pieces/softmax.ts";
import { trainLoop } from "./pieces/train_loop.ts";
import { transpose } from "./pieces/transpose.ts";
import { update } from "./pieces/update.ts";

/** The pieces that are functions, in the order of the notebooks. */
export const pieces: readonly Piece[] = [
  ...[transpose, add, matmul],
  ...[relu, softmax, oneHot, forward, crossEntropy],
  ...[dZ2, dW2, db2, dZ1, dW1, db1],
  ...[update, trainLoop],
  confusionMatrix,
];
