import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { parameterNames, type Parameters } from "../network/parameters.ts";
import { requireNetwork } from "../network/require_parameters.ts";
import { toTensor } from "./tensors.ts";

/**
 * A network's fingerprint: the SHA-256 of its parameters, 64 hexadecimal digits. Two networks have the
 * same one if all their numbers are the same to the last bit, and another one if a single bit differs.
 *
 * It is taken of the bytes of W1, b1, W2 and b2, one after the other, each row by row and each number
 * with its lowest byte first: the tensors' bytes in the file of {@linkcode saveParameters}. In NumPy:
 * `hashlib.sha256(b"".join(A.tobytes() for A in (W1, b1, W2, b2))).hexdigest()`.
 *
 * @throws {ArgumentError} if these are no parameters
 * @throws {ShapeError} if their shapes do not fit together
 *
 * @example
 * ```ts
 * import { fingerprint, initParameters } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(fingerprint(initParameters({ seed: 42 })).slice(0, 16), "529a472862259ef9");
 * assertEquals(fingerprint(initParameters({ seed: 43 })).slice(0, 16), "9cf1e79307b5637a");
 * ```
 */
export function fingerprint(parameters: Parameters): string {
  requireNetwork("fingerprint", parameters);
  const hash = sha256.create();
  for (const name of parameterNames) {
    const { buffer, byteOffset, byteLength } = toTensor(parameters[name]).values;
    hash.update(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
  }
  return bytesToHex(hash.digest());
}
