import type { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import { requirePath } from "../data/path.ts";
import type { Parameters } from "../network/parameters.ts";
import { networkMisfit } from "../network/require_parameters.ts";
import { SafetensorsFile } from "./safetensors_file.ts";
import { findLayers } from "./layers.ts";
import type { Tensor } from "./safetensors.ts";
import { toMatrix } from "./tensors.ts";

/**
 * Loads a network's parameters from a safetensors file, bit for bit as they were saved.
 *
 * The file may come from {@linkcode saveParameters}, be a checkpoint of {@linkcode train}, or come from
 * elsewhere: from NumPy with the tensors W1, b1, W2 and b2, from PyTorch's
 * `save_file(model.state_dict(), path)`, or from Keras or Flax with kernels. The layers may have any
 * names, as in `fc1.weight`; weights may be the other way round if their shapes say so; F16 and BF16
 * become float32, which holds all their numbers. A network of more or other layers is refused. Tensors
 * that are no weights and no bias are left alone.
 *
 * @throws {DataError} if there is no such file, it is not in the format, it is cut off, or its tensors
 * are not those of two layers that fit together, in one number format
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
  const found = findLayers(file);
  if (typeof found === "string") throw file.error(found);
  const [first, second] = found.layers;
  const weights = async (name: string) => {
    const W = await readMatrix(file, name);
    return found.transposed ? transpose(W) : W;
  };
  const parameters = {
    W1: await weights(first.weight),
    b1: await readColumn(file, first.bias),
    W2: await weights(second.weight),
    b2: await readColumn(file, second.bias),
  };
  const problem = networkMisfit(parameters);
  if (problem) throw file.error(problem);
  return parameters;
}

/** A tensor of one or two dimensions as a matrix. */
export async function readMatrix(file: SafetensorsFile, name: string): Promise<Matrix> {
  return toMatrix(checked(file, name, await file.read(name)));
}

/** A bias: a column, also if it is a row in the file. */
async function readColumn(file: SafetensorsFile, name: string): Promise<Matrix> {
  const { shape, values } = checked(file, name, await file.read(name));
  return toMatrix({ shape: shape.length === 2 && shape[0] === 1 ? [shape[1]] : shape, values });
}

function checked(file: SafetensorsFile, name: string, tensor: Tensor): Tensor {
  const { shape } = tensor;
  if (shape.length > 0 && shape.length <= 2 && !shape.includes(0)) return tensor;
  throw file.error(
    `expected "${name}" to be a matrix or a column, but found the shape [${shape.join(", ")}].`,
  );
}
