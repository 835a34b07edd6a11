/** The part of Glassnet that most pieces are written with, since it loads in a moment. */
export { ArgumentError } from "../arguments/argument_error.ts";
export { ShapeError } from "../matrix/shape_error.ts";
export { Matrix } from "../matrix/matrix.ts";
export { transpose } from "../matrix/transpose.ts";
export { matmul } from "../matrix/matmul.ts";
export { add, multiply, scale, subtract, sumColumns } from "../matrix/elementwise.ts";
export { selectColumns } from "../matrix/select_columns.ts";
export { relu, reluDerivative, softmax } from "../network/activations.ts";
export { oneHot } from "../network/one_hot.ts";
export { backward, forward, update } from "../network/checked.ts";
export { crossEntropy } from "../network/loss.ts";
export { accuracy, argmax, confusionMatrix } from "../training/metrics.ts";
export { predict } from "../training/predict.ts";
export { notWritten, NotWrittenError } from "./not_written.ts";
