import { deflateSync } from "node:zlib";

/**
 * A picture as a PNG file. (W3C, "Portable Network Graphics (PNG) Specification", chapters 5 and 11.)
 *
 * @param rgb width x height x 3 bytes, row after row
 */
export function png(width: number, height: number, rgb: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a colour, red green blue, nothing special
  const lines = new Uint8Array(height * (1 + width * 3)); // each begins with a 0: no filter
  for (let y = 0; y < height; y++) {
    lines.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (1 + width * 3) + 1);
  }
  return pngFile([["IHDR", header], ["IDAT", deflated(lines)]]);
}

/** A PNG file of the given chunks, with its signature and its end. */
export function pngFile(chunks: [type: string, data: Uint8Array][]): Uint8Array<ArrayBuffer> {
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk("IEND", new Uint8Array()),
  ];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (file.set(part, at), at + part.length), 0);
  return file;
}

/** Bytes as small as they get. */
export function deflated(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(bytes, { level: 9 }));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let k = 0; k < 4; k++) bytes[4 + k] = type.charCodeAt(k);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** The check sum of a chunk, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
