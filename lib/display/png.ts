import { encode } from "fast-png";

/**
 * A picture as a PNG file.
 *
 * @param rgb width x height x 3 bytes, row after row
 */
export function png(width: number, height: number, rgb: Uint8Array): Uint8Array {
  return encode({ width, height, data: rgb, channels: 3 }, { zlib: { level: 9 } });
}
