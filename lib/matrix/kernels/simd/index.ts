// The kernels as JavaScript calls them: each once for float64 and once for float32. All parameters are
// whole numbers: `from` and `to`, then addresses in bytes, then sizes.

import * as products from "./products";
import * as elementwise from "./elementwise";
import * as columns from "./columns";
import { crossEntropy } from "./cross_entropy";

// for BITS of 64 32
export function timesPixelsBITS(
  from: i32,
  to: i32,
  out: usize,
  W: usize,
  starts: usize,
  indices: usize,
  bytes: usize,
  scaled: usize,
  rows: i32,
): void {
  products.timesPixels<fBITS>(from, to, out, W, starts, indices, bytes, scaled, rows);
}
// end

// for BITS of 64 32
export function timesPixelsTransposedBITS(
  from: i32,
  to: i32,
  out: usize,
  D: usize,
  starts: usize,
  indices: usize,
  bytes: usize,
  scaled: usize,
  rows: i32,
  size: i32,
  images: i32,
): void {
  products.timesPixelsTransposed<fBITS>(from, to, out, D, starts, indices, bytes, scaled, rows, size, images);
}
// end

// for BITS of 64 32
export function timesByPixelBITS(
  from: i32,
  to: i32,
  out: usize,
  D: usize,
  firsts: usize,
  starts: usize,
  images: usize,
  bytes: usize,
  scaled: usize,
  rows: i32,
  size: i32,
  blocks: i32,
): void {
  products.timesByPixel<fBITS>(from, to, out, D, firsts, starts, images, bytes, scaled, rows, size, blocks);
}
// end

// for BITS of 64 32
export function timesColumnsBITS(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  inner: i32,
): void {
  products.timesColumns<fBITS>(from, to, out, A, B, rows, inner);
}
// end

// for BITS of 64 32
export function timesTransposedBITS(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  cols: i32,
): void {
  products.timesTransposed<fBITS>(from, to, out, A, B, rows, cols);
}
// end

// for BITS of 64 32
export function addBITS(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.add<fBITS>(from, to, out, a, b);
}
// end

// for BITS of 64 32
export function subtractBITS(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.subtract<fBITS>(from, to, out, a, b);
}
// end

// for BITS of 64 32
export function multiplyBITS(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.multiply<fBITS>(from, to, out, a, b);
}
// end

// for BITS of 64 32
export function scaleBITS(from: i32, to: i32, out: usize, a: usize, factor: usize): void {
  elementwise.scale<fBITS>(from, to, out, a, factor);
}
// end

// for BITS of 64 32
export function reluBITS(from: i32, to: i32, out: usize, z: usize): void {
  elementwise.relu<fBITS>(from, to, out, z);
}
// end

// for BITS of 64 32
export function reluDerivativeBITS(from: i32, to: i32, out: usize, z: usize): void {
  elementwise.reluDerivative<fBITS>(from, to, out, z);
}
// end

// for BITS of 64 32
export function addColumnBITS(from: i32, to: i32, out: usize, A: usize, b: usize, rows: i32): void {
  elementwise.addColumn<fBITS>(from, to, out, A, b, rows);
}
// end

// for BITS of 64 32
export function sumColumnsBITS(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  elementwise.sumColumns<fBITS>(from, to, out, A, rows);
}
// end

// for BITS of 64 32
export function sumPiecesBITS(
  from: i32,
  to: i32,
  out: usize,
  pieces: usize,
  rows: i32,
  count: i32,
  size: usize,
): void {
  elementwise.sumPieces<fBITS>(from, to, out, pieces, rows, count, size);
}
// end

// for BITS of 64 32
export function padBITS(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  elementwise.pad<fBITS>(from, to, out, A, rows);
}
// end

// for BITS of 64 32
export function softmaxBITS(
  from: i32,
  to: i32,
  out: usize,
  Z: usize,
  constants: usize,
  rows: i32,
): void {
  columns.softmax<fBITS>(from, to, out, Z, constants, rows);
}
// end

// for BITS of 64 32
export function argmaxBITS(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  columns.argmax<fBITS>(from, to, out, A, rows);
}
// end

// for BITS of 64 32
export function crossEntropyBITS(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  Y: usize,
  rows: i32,
): void {
  crossEntropy<fBITS>(from, to, out, A, Y, rows);
}
// end
