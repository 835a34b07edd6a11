import { Matrix } from "../matrix/matrix.ts";
import { Pixels } from "../matrix/pixels.ts";

/** A matrix as it travels into the page: its numbers to the bit, in base64. */
export interface PackedMatrix {
  rows: number;
  cols: number;
  /** What the bytes are: numbers column by column, or pixels from 0 to 255 that stand for 0 to 1. */
  type: "float64" | "float32" | "pixels";
  base64: string;
}

/** Packs a matrix, images in their compact form as one byte a pixel. */
export function packMatrix(A: Matrix): PackedMatrix {
  const { rows, cols } = A;
  if (A.pixels && !A.isTransposed) {
    const bytes = new Uint8Array(rows * cols);
    for (let j = 0; j < cols; j++) bytes.set(A.pixels.image(j), j * rows);
    return { rows, cols, type: "pixels", base64: bytes.toBase64() };
  }
  const values = A.dtype === "float64"
    ? new Float64Array(rows * cols)
    : new Float32Array(rows * cols);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) values[i + j * rows] = A.get(i, j);
  }
  return { rows, cols, type: A.dtype, base64: new Uint8Array(values.buffer).toBase64() };
}

/** The matrix that was packed. */
export function unpackMatrix({ rows, cols, type, base64 }: PackedMatrix): Matrix {
  const bytes = fromBase64(base64);
  switch (type) {
    case "pixels":
      return Pixels.fromBytes(bytes, rows).toMatrix();
    case "float64":
      return new Matrix(rows, cols, new Float64Array(bytes.buffer));
    case "float32":
      return new Matrix(rows, cols, new Float32Array(bytes.buffer));
  }
}

/** The bytes of a base64 text. Not every browser has `Uint8Array.fromBase64` yet. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  // The playground does it for every picture: a loop takes a twentieth of the time of Uint8Array.from.
  for (let k = 0; k < bytes.length; k++) bytes[k] = letters.charCodeAt(k);
  return bytes;
}
