import { requirePath } from "../data/path.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireBooleans, requireOneOf } from "../arguments/require.ts";
import { parameterNames, type Parameters } from "../network/parameters.ts";
import { requireNetwork } from "../network/require_parameters.ts";
import { safetensors, type Tensor } from "./safetensors.ts";
import { toTensor } from "./tensors.ts";
import { writeFile } from "../data/write_file.ts";

/** What {@linkcode saveParameters} may be told. */
export interface SaveOptions {
  /**
   * What the tensors are called: `"glassnet"`, W1, b1, W2 and b2 in the shapes of the equations, or
   * `"pytorch"`, as in the `state_dict()` of `nn.Sequential(nn.Linear(784, 10), nn.ReLU(),
   * nn.Linear(10, 10))`. Both can be loaded.
   *
   * @default "glassnet"
   */
  names?: "glassnet" | "pytorch";
  /**
   * Replaces a file that is there already. Without it that file is left as it is.
   *
   * @default false
   */
  overwrite?: boolean;
}

/**
 * Saves a network's parameters in the safetensors format, which PyTorch, NumPy and others read: four
 * tensors, W1 (hidden x 784), b1 (hidden x 1), W2 (10 x hidden) and b2 (10 x 1), row by row, in F64 or F32 as
 * they are. The file is complete or not there at all.
 *
 * @param path the file to write, such as `"network.safetensors"`
 * @throws {DataError} if the folder is missing, or the file is there already and `overwrite` is not set
 * @throws {ArgumentError} if these are no parameters, or `names` is unknown
 * @throws {ShapeError} if their shapes do not fit together
 *
 * @example
 * ```ts
 * import { fingerprint, initParameters, loadParameters, saveParameters } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * const path = `${folder}/network.safetensors`;
 * const parameters = initParameters({ seed: 42 });
 * await saveParameters(path, parameters);
 * assertEquals(fingerprint(await loadParameters(path)), fingerprint(parameters));
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function saveParameters(
  path: string,
  parameters: Parameters,
  options: SaveOptions = {},
): Promise<void> {
  requirePath("saveParameters", path);
  const { names, overwrite } = optionsOf("saveParameters", options, {
    names: "glassnet" as const,
    overwrite: false,
  });
  requireBooleans("saveParameters", { overwrite });
  requireNetwork("saveParameters", parameters);
  requireOneOf("names", names, "glassnet", "pytorch");
  const tensors = parameterTensors(parameters, names);
  const bytes = safetensors(tensors, { format: names === "pytorch" ? "pt" : "glassnet" });
  await writeFile(path, bytes, {
    overwrite,
    how: "saveParameters(path, parameters, { overwrite: true })",
  });
}

/** The names of W1, b1, W2 and b2 in a file. */
export const tensorNames = {
  glassnet: parameterNames,
  pytorch: ["0.weight", "0.bias", "2.weight", "2.bias"],
} as const;

/** The four parameters as tensors with their names. */
export function parameterTensors(
  parameters: Parameters,
  names: keyof typeof tensorNames = "glassnet",
): [string, Tensor][] {
  return parameterNames.map((name, i) => {
    const { shape, values } = toTensor(parameters[name]);
    // A bias of PyTorch has one dimension.
    const flat = names === "pytorch" && name.startsWith("b");
    return [tensorNames[names][i], { shape: flat ? [shape[0]] : shape, values }];
  });
}
