// The kernels as JavaScript calls them: each once for float32 and once for float64. All parameters are
// whole numbers: `from` and `to`, then addresses in bytes, then sizes.

import * as products from "./products";
import * as elementwise from "./elementwise";
import * as columns from "./columns";
import { crossEntropy } from "./cross_entropy";

export function timesPixels64(
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
  products.timesPixels<f64>(from, to, out, W, starts, indices, bytes, scaled, rows);
}

export function timesPixels32(
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
  products.timesPixels<f32>(from, to, out, W, starts, indices, bytes, scaled, rows);
}

export function timesPixelsTransposed64(
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
  products.timesPixelsTransposed<f64>(from, to, out, D, starts, indices, bytes, scaled, rows, size, images);
}

export function timesPixelsTransposed32(
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
  products.timesPixelsTransposed<f32>(from, to, out, D, starts, indices, bytes, scaled, rows, size, images);
}

export function timesByPixel64(
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
  products.timesByPixel<f64>(from, to, out, D, firsts, starts, images, bytes, scaled, rows, size, blocks);
}

export function timesByPixel32(
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
  products.timesByPixel<f32>(from, to, out, D, firsts, starts, images, bytes, scaled, rows, size, blocks);
}

export function timesColumns64(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  inner: i32,
): void {
  products.timesColumns<f64>(from, to, out, A, B, rows, inner);
}

export function timesColumns32(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  inner: i32,
): void {
  products.timesColumns<f32>(from, to, out, A, B, rows, inner);
}

export function timesTransposed64(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  cols: i32,
): void {
  products.timesTransposed<f64>(from, to, out, A, B, rows, cols);
}

export function timesTransposed32(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  cols: i32,
): void {
  products.timesTransposed<f32>(from, to, out, A, B, rows, cols);
}

export function add64(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.add<f64>(from, to, out, a, b);
}

export function add32(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.add<f32>(from, to, out, a, b);
}

export function subtract64(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.subtract<f64>(from, to, out, a, b);
}

export function subtract32(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.subtract<f32>(from, to, out, a, b);
}

export function multiply64(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.multiply<f64>(from, to, out, a, b);
}

export function multiply32(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  elementwise.multiply<f32>(from, to, out, a, b);
}

export function scale64(from: i32, to: i32, out: usize, a: usize, factor: usize): void {
  elementwise.scale<f64>(from, to, out, a, factor);
}

export function scale32(from: i32, to: i32, out: usize, a: usize, factor: usize): void {
  elementwise.scale<f32>(from, to, out, a, factor);
}

export function relu64(from: i32, to: i32, out: usize, z: usize): void {
  elementwise.relu<f64>(from, to, out, z);
}

export function relu32(from: i32, to: i32, out: usize, z: usize): void {
  elementwise.relu<f32>(from, to, out, z);
}

export function reluDerivative64(from: i32, to: i32, out: usize, z: usize): void {
  elementwise.reluDerivative<f64>(from, to, out, z);
}

export function reluDerivative32(from: i32, to: i32, out: usize, z: usize): void {
  elementwise.reluDerivative<f32>(from, to, out, z);
}

export function addColumn64(from: i32, to: i32, out: usize, A: usize, b: usize, rows: i32): void {
  elementwise.addColumn<f64>(from, to, out, A, b, rows);
}

export function addColumn32(from: i32, to: i32, out: usize, A: usize, b: usize, rows: i32): void {
  elementwise.addColumn<f32>(from, to, out, A, b, rows);
}

export function sumColumns64(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  elementwise.sumColumns<f64>(from, to, out, A, rows);
}

export function sumColumns32(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  elementwise.sumColumns<f32>(from, to, out, A, rows);
}

export function sumPieces64(
  from: i32,
  to: i32,
  out: usize,
  pieces: usize,
  rows: i32,
  count: i32,
  size: usize,
): void {
  elementwise.sumPieces<f64>(from, to, out, pieces, rows, count, size);
}

export function sumPieces32(
  from: i32,
  to: i32,
  out: usize,
  pieces: usize,
  rows: i32,
  count: i32,
  size: usize,
): void {
  elementwise.sumPieces<f32>(from, to, out, pieces, rows, count, size);
}

export function pad64(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  elementwise.pad<f64>(from, to, out, A, rows);
}

export function pad32(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  elementwise.pad<f32>(from, to, out, A, rows);
}

export function softmax64(
  from: i32,
  to: i32,
  out: usize,
  Z: usize,
  constants: usize,
  rows: i32,
): void {
  columns.softmax<f64>(from, to, out, Z, constants, rows);
}

export function softmax32(
  from: i32,
  to: i32,
  out: usize,
  Z: usize,
  constants: usize,
  rows: i32,
): void {
  columns.softmax<f32>(from, to, out, Z, constants, rows);
}

export function argmax64(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  columns.argmax<f64>(from, to, out, A, rows);
}

export function argmax32(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  columns.argmax<f32>(from, to, out, A, rows);
}

export function crossEntropy64(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  Y: usize,
  rows: i32,
): void {
  crossEntropy<f64>(from, to, out, A, Y, rows);
}

export function crossEntropy32(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  Y: usize,
  rows: i32,
): void {
  crossEntropy<f32>(from, to, out, A, Y, rows);
}
