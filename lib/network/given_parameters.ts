import { requireMatrices } from "../matrix/require_matrix.ts";
import type { Parameters } from "./parameters.ts";

/** The four matrices, or an error where what was given for them is something else. */
export function givenParameters(call: string, parameters: Parameters): Parameters {
  return requireMatrices(call, "parameters", parameters as never, "W1", "b1", "W2", "b2");
}
