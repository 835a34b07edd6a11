import { type Dtype, dtypeOf, type Values } from "../matrix/kernels/format.ts";

// The safetensors format, as huggingface/safetensors describes it in the section "Format" of its README:
//
//   8 bytes     n, the length of the header, a whole number with its lowest byte first
//   n bytes     the header: JSON in UTF-8, beginning with "{", perhaps with spaces at its end
//   the rest    the tensors' bytes, row by row, lowest byte first, without gaps or overlaps
//
// The header has for each tensor {"dtype": "F64", "shape": [10, 784], "data_offsets": [begin, end]}, where
// the offsets count from the end of the header, and under "__metadata__" a text for each of any keys.

/** Numbers in the order of rows, and the lengths of their dimensions. */
export interface Tensor {
  shape: number[];
  values: Values;
}

/** What safetensors calls our number formats. */
export const dtypeNames: Record<Dtype, string> = { float64: "F64", float32: "F32" };

/** The key of the header that is no tensor. */
export const METADATA = "__metadata__";

/**
 * The bytes of a safetensors file.
 *
 * @param tensors the tensors by name; those of float64 come first, so that every number lies at a
 * multiple of its size
 * @param metadata texts for whoever reads the file
 */
export function safetensors(
  tensors: Iterable<[name: string, Tensor]>,
  metadata: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const bytesOf = ({ values }: Tensor) => values.BYTES_PER_ELEMENT;
  const ordered = [...tensors].sort(([, a], [, b]) => bytesOf(b) - bytesOf(a));

  const header: [string, unknown][] = [[METADATA, metadata]];
  let end = 0;
  for (const [name, { shape, values }] of ordered) {
    const data_offsets = [end, end += values.byteLength];
    header.push([name, { dtype: dtypeNames[dtypeOf(values)], shape, data_offsets }]);
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const headerLength = Math.ceil(json.length / 8) * 8;

  const bytes = new Uint8Array(8 + headerLength + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.fill(0x20, 8, 8 + headerLength); // spaces
  bytes.set(json, 8);
  let at = 8 + headerLength;
  for (const [, { values }] of ordered) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}
