import type { Matrix } from "../matrix/matrix.ts";
import { requirePath } from "../data/errors.ts";
import type { Parameters } from "../network/parameters.ts";
import { networkMisfit } from "../network/require_parameters.ts";
import { SafetensorsFile } from "./safetensors_file.ts";
import { tensorNames } from "./save_parameters.ts";
import { toMatrix } from "./tensors.ts";

/**
 * Loads a network's parameters from a safetensors file, bit for bit as they were saved.
 *
 * The file may come from {@linkcode saveParameters}, be a checkpoint of {@linkcode train}, or come from
 * elsewhere: from NumPy with the tensors W1, b1, W2 and b2, or from PyTorch's
 * `save_file(model.state_dict(), path)` of an `nn.Sequential(nn.Linear, nn.ReLU, nn.Linear)`. A bias
 * may have one dimension or two. What else is in the file is left alone.
 *
 * @throws {DataError} if there is no such file, it is not in the format, it is cut off, or the four
 * tensors are missing, of another format than F64 and F32, or of shapes that do not fit together
 *
 * @example
 * ```ts
 * import { DataError, loadParameters } from "glassnet";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(() => loadParameters("no/such.safetensors"), DataError, "no such file");
 * ```
 */
export async function loadParameters(path: string): Promise<Parameters> {
  using file = await SafetensorsFile.open(requirePath("loadParameters", path));
  return await readParameters(file);
}

/** The four parameters in an open file. */
export async function readParameters(file: SafetensorsFile): Promise<Parameters> {
  const there = new Set(file.names);
  const isPytorch = tensorNames.pytorch.every((name) => there.has(name));
  const [W1, b1, W2, b2] = tensorNames[isPytorch ? "pytorch" : "glassnet"];
  const parameters = {
    W1: await readMatrix(file, W1),
    b1: await readMatrix(file, b1),
    W2: await readMatrix(file, W2),
    b2: await readMatrix(file, b2),
  };
  const problem = networkMisfit(parameters);
  if (problem) throw file.error(problem);
  return parameters;
}

/** A tensor of one or two dimensions as a matrix. */
export async function readMatrix(file: SafetensorsFile, name: string): Promise<Matrix> {
  const tensor = await file.read(name);
  const { shape } = tensor;
  if (shape.length === 0 || shape.length > 2 || shape.includes(0)) {
    throw file.error(
      `expected "${name}" to be a matrix or a column, but found the shape [${shape.join(", ")}].`,
    );
  }
  return toMatrix(tensor);
}
