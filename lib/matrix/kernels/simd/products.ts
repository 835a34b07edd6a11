// The four products of plain.ts, 4 rows (float32) or 2 (float64) in one instruction. The sums of a
// column stay in up to 8 vectors, which the processor keeps in its registers, while the terms pass by.
// Every row still adds the same terms in the same order, so the bits are those of plain.ts.
//
// `count` is the number of those vectors. It is a constant wherever these functions are called, and
// they are copied to where they are called, so what lies behind `if (count > 3)` is there or
// is not. Where most of the time goes, four pixels are done in one turn of the loop, since a turn itself
// costs as much as a vector.

import { lanes, padded, store, vectors, zero } from "./vector";

/** sum + x w, one after the other: a fused multiply-add would round only once. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function term<T>(sum: v128, x: v128, w: v128): v128 {
  return v128.add<T>(sum, v128.mul<T>(x, w));
}

/** The value of a pixel, looked up by its byte, in every lane. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function pixel<T>(scaled: usize, byte: usize): v128 {
  return v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
}

/** How many vectors to do at once where so many are left. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function sideBySide(left: i32): i32 {
  return left >= 8 ? 8 : min(left, 5);
}

/** Stores `count` vectors of a column with room for `rows` numbers. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function storeAll<T>(
  count: i32,
  at: usize,
  rows: i32,
  s0: v128,
  s1: v128,
  s2: v128,
  s3: v128,
  s4: v128,
  s5: v128,
  s6: v128,
  s7: v128,
): void {
  store<T>(at, s0, rows);
  if (count > 1) store<T>(at + 16, s1, rows - 1 * lanes<T>());
  if (count > 2) store<T>(at + 32, s2, rows - 2 * lanes<T>());
  if (count > 3) store<T>(at + 48, s3, rows - 3 * lanes<T>());
  if (count > 4) store<T>(at + 64, s4, rows - 4 * lanes<T>());
  if (count > 5) store<T>(at + 80, s5, rows - 5 * lanes<T>());
  if (count > 6) store<T>(at + 96, s6, rows - 6 * lanes<T>());
  if (count > 7) store<T>(at + 112, s7, rows - 7 * lanes<T>());
}

/**
 * out[:, j] = W X[:, j] for images in their compact form.
 *
 * @param W columns padded to whole vectors
 * @param out columns as they are
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function timesPixels<T>(
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
  const stride = padded<T>(rows);
  for (let row = 0; row < rows;) {
    const count = sideBySide(vectors<T>(rows - row));
    const o = out + <usize>row * sizeof<T>();
    const w = W + <usize>row * sizeof<T>();
    switch (count) {
      case 8:
        pixelsBlock<T>(8, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
      case 5:
        pixelsBlock<T>(5, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
      case 4:
        pixelsBlock<T>(4, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
      case 3:
        pixelsBlock<T>(3, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
      case 2:
        pixelsBlock<T>(2, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
      case 1:
        pixelsBlock<T>(1, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
    }
    row += count * lanes<T>();
  }
}

// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function pixelsBlock<T>(
  count: i32,
  from: i32,
  to: i32,
  out: usize,
  W: usize,
  starts: usize,
  indices: usize,
  bytes: usize,
  scaled: usize,
  rows: i32,
  rowsLeft: i32,
  stride: usize,
): void {
  for (let j = from; j < to; j++) {
    let s0 = zero(), s1 = zero(), s2 = zero(), s3 = zero(), s4 = zero(), s5 = zero(), s6 = zero(), s7 = zero();
    const first = <usize>load<u32>(starts + <usize>j * 4);
    const end = bytes + <usize>load<u32>(starts + <usize>j * 4, 4);
    let index = indices + first * 2;
    let byte = bytes + first;
    let x: v128;
    let w: usize;
    for (; byte + 4 <= end; byte += 4, index += 8) {
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
      w = W + <usize>load<u16>(index) * stride;
      s0 = term<T>(s0, x, v128.load(w));
      if (count > 1) s1 = term<T>(s1, x, v128.load(w, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(w, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(w, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(w, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(w, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(w, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(w, 112));
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, 1) * sizeof<T>());
      w = W + <usize>load<u16>(index, 2) * stride;
      s0 = term<T>(s0, x, v128.load(w));
      if (count > 1) s1 = term<T>(s1, x, v128.load(w, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(w, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(w, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(w, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(w, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(w, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(w, 112));
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, 2) * sizeof<T>());
      w = W + <usize>load<u16>(index, 4) * stride;
      s0 = term<T>(s0, x, v128.load(w));
      if (count > 1) s1 = term<T>(s1, x, v128.load(w, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(w, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(w, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(w, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(w, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(w, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(w, 112));
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, 3) * sizeof<T>());
      w = W + <usize>load<u16>(index, 6) * stride;
      s0 = term<T>(s0, x, v128.load(w));
      if (count > 1) s1 = term<T>(s1, x, v128.load(w, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(w, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(w, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(w, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(w, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(w, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(w, 112));
    }
    for (; byte < end; byte++, index += 2) {
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
      w = W + <usize>load<u16>(index) * stride;
      s0 = term<T>(s0, x, v128.load(w));
      if (count > 1) s1 = term<T>(s1, x, v128.load(w, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(w, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(w, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(w, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(w, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(w, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(w, 112));
    }
    const o = out + <usize>(j * rows) * sizeof<T>();
    storeAll<T>(count, o, rowsLeft, s0, s1, s2, s3, s4, s5, s6, s7);
  }
}

/**
 * out = D X^T for images in their compact form, for few images: image after image, every pixel adds to
 * its column of out. `from` and `to` count blocks of 8 vectors of rows.
 *
 * @param out columns padded to whole vectors
 * @param D columns as they are
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function timesPixelsTransposed<T>(
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
  const stride = padded<T>(rows);
  for (let row = from * 8 * lanes<T>(); row < min(rows, to * 8 * lanes<T>());) {
    const count = sideBySide(vectors<T>(rows - row));
    const o = out + <usize>row * sizeof<T>();
    const d = D + <usize>row * sizeof<T>();
    for (let p = 0; p < size; p++) {
      for (let v = 0; v < count; v++) v128.store(o + <usize>p * stride + <usize>v * 16, zero());
    }
    switch (count) {
      case 8:
        pixelsTransposedBlock<T>(8, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
      case 5:
        pixelsTransposedBlock<T>(5, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
      case 4:
        pixelsTransposedBlock<T>(4, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
      case 3:
        pixelsTransposedBlock<T>(3, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
      case 2:
        pixelsTransposedBlock<T>(2, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
      case 1:
        pixelsTransposedBlock<T>(1, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
    }
    row += count * lanes<T>();
  }
}

// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function pixelsTransposedBlock<T>(
  count: i32,
  from: i32,
  to: i32,
  out: usize,
  D: usize,
  starts: usize,
  indices: usize,
  bytes: usize,
  scaled: usize,
  rows: i32,
  stride: usize,
): void {
  for (let j = from; j < to; j++) {
    // The last vector may reach into the next column: what it holds of that goes into the padding.
    const d = D + <usize>(j * rows) * sizeof<T>();
    const d0 = v128.load(d);
    const d1 = count > 1 ? v128.load(d, 16) : zero();
    const d2 = count > 2 ? v128.load(d, 32) : zero();
    const d3 = count > 3 ? v128.load(d, 48) : zero();
    const d4 = count > 4 ? v128.load(d, 64) : zero();
    const d5 = count > 5 ? v128.load(d, 80) : zero();
    const d6 = count > 6 ? v128.load(d, 96) : zero();
    const d7 = count > 7 ? v128.load(d, 112) : zero();
    const first = <usize>load<u32>(starts + <usize>j * 4);
    const end = bytes + <usize>load<u32>(starts + <usize>j * 4, 4);
    let index = indices + first * 2;
    for (let byte = bytes + first; byte < end; byte++, index += 2) {
      const x = pixel<T>(scaled, byte);
      const o = out + <usize>load<u16>(index) * stride;
      v128.store(o, term<T>(v128.load(o), x, d0));
      if (count > 1) v128.store(o, term<T>(v128.load(o, 16), x, d1), 16);
      if (count > 2) v128.store(o, term<T>(v128.load(o, 32), x, d2), 32);
      if (count > 3) v128.store(o, term<T>(v128.load(o, 48), x, d3), 48);
      if (count > 4) v128.store(o, term<T>(v128.load(o, 64), x, d4), 64);
      if (count > 5) v128.store(o, term<T>(v128.load(o, 80), x, d5), 80);
      if (count > 6) v128.store(o, term<T>(v128.load(o, 96), x, d6), 96);
      if (count > 7) v128.store(o, term<T>(v128.load(o, 112), x, d7), 112);
    }
  }
}

/**
 * out = D X^T over the images of piece `from`, their entries sorted by pixel (see ../by_pixel.ts).
 *
 * @param out columns padded to whole vectors
 * @param D columns as they are
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function timesByPixel<T>(
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
  memory.fill(out, 0, <usize>size * padded<T>(rows));
  for (let row = 0; row < rows;) {
    const count = sideBySide(vectors<T>(rows - row));
    const o = out + <usize>row * sizeof<T>();
    const d = D + <usize>row * sizeof<T>();
    for (let b = from * blocks; b < to * blocks; b++) {
      const column = d + <usize>load<u32>(firsts + <usize>b * 4) * rows * sizeof<T>();
      const start = starts + <usize>(b * size) * 4;
      switch (count) {
        case 8:
          byPixelBlock<T>(8, o, column, start, images, bytes, scaled, rows, size);
          break;
        case 5:
          byPixelBlock<T>(5, o, column, start, images, bytes, scaled, rows, size);
          break;
        case 4:
          byPixelBlock<T>(4, o, column, start, images, bytes, scaled, rows, size);
          break;
        case 3:
          byPixelBlock<T>(3, o, column, start, images, bytes, scaled, rows, size);
          break;
        case 2:
          byPixelBlock<T>(2, o, column, start, images, bytes, scaled, rows, size);
          break;
        case 1:
          byPixelBlock<T>(1, o, column, start, images, bytes, scaled, rows, size);
          break;
      }
    }
    row += count * lanes<T>();
  }
}

// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function byPixelBlock<T>(
  count: i32,
  out: usize,
  D: usize,
  starts: usize,
  images: usize,
  bytes: usize,
  scaled: usize,
  rows: i32,
  size: i32,
): void {
  const stride = <usize>rows * sizeof<T>();
  const first = <usize>load<u32>(starts);
  let byte = bytes + first;
  let image = images + first * 2;
  for (let p = 0; p < size; p++, out += padded<T>(rows)) {
    const end = bytes + <usize>load<u32>(starts + <usize>p * 4, 4);
    if (byte == end) continue;
    let s0 = v128.load(out);
    let s1 = count > 1 ? v128.load(out, 16) : zero();
    let s2 = count > 2 ? v128.load(out, 32) : zero();
    let s3 = count > 3 ? v128.load(out, 48) : zero();
    let s4 = count > 4 ? v128.load(out, 64) : zero();
    let s5 = count > 5 ? v128.load(out, 80) : zero();
    let s6 = count > 6 ? v128.load(out, 96) : zero();
    let s7 = count > 7 ? v128.load(out, 112) : zero();
    let x: v128;
    let d: usize;
    for (; byte + 4 <= end; byte += 4, image += 8) {
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
      d = D + <usize>load<u16>(image) * stride;
      s0 = term<T>(s0, x, v128.load(d));
      if (count > 1) s1 = term<T>(s1, x, v128.load(d, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(d, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(d, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(d, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(d, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(d, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(d, 112));
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, 1) * sizeof<T>());
      d = D + <usize>load<u16>(image, 2) * stride;
      s0 = term<T>(s0, x, v128.load(d));
      if (count > 1) s1 = term<T>(s1, x, v128.load(d, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(d, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(d, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(d, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(d, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(d, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(d, 112));
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, 2) * sizeof<T>());
      d = D + <usize>load<u16>(image, 4) * stride;
      s0 = term<T>(s0, x, v128.load(d));
      if (count > 1) s1 = term<T>(s1, x, v128.load(d, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(d, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(d, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(d, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(d, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(d, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(d, 112));
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, 3) * sizeof<T>());
      d = D + <usize>load<u16>(image, 6) * stride;
      s0 = term<T>(s0, x, v128.load(d));
      if (count > 1) s1 = term<T>(s1, x, v128.load(d, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(d, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(d, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(d, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(d, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(d, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(d, 112));
    }
    for (; byte < end; byte++, image += 2) {
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
      d = D + <usize>load<u16>(image) * stride;
      s0 = term<T>(s0, x, v128.load(d));
      if (count > 1) s1 = term<T>(s1, x, v128.load(d, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(d, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(d, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(d, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(d, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(d, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(d, 112));
    }
    v128.store(out, s0);
    if (count > 1) v128.store(out, s1, 16);
    if (count > 2) v128.store(out, s2, 32);
    if (count > 3) v128.store(out, s3, 48);
    if (count > 4) v128.store(out, s4, 64);
    if (count > 5) v128.store(out, s5, 80);
    if (count > 6) v128.store(out, s6, 96);
    if (count > 7) v128.store(out, s7, 112);
  }
}

/**
 * out[:, j] = A B[:, j].
 *
 * @param A columns padded to whole vectors
 * @param out and B: columns as they are
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function timesColumns<T>(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  inner: i32,
): void {
  const stride = padded<T>(rows);
  for (let row = 0; row < rows;) {
    const count = sideBySide(vectors<T>(rows - row));
    const o = out + <usize>row * sizeof<T>();
    const a = A + <usize>row * sizeof<T>();
    switch (count) {
      case 8:
        columnsBlock<T>(8, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
      case 5:
        columnsBlock<T>(5, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
      case 4:
        columnsBlock<T>(4, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
      case 3:
        columnsBlock<T>(3, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
      case 2:
        columnsBlock<T>(2, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
      case 1:
        columnsBlock<T>(1, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
    }
    row += count * lanes<T>();
  }
}

// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function columnsBlock<T>(
  count: i32,
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  rowsLeft: i32,
  inner: i32,
  stride: usize,
): void {
  for (let j = from; j < to; j++) {
    let s0 = zero(), s1 = zero(), s2 = zero(), s3 = zero(), s4 = zero(), s5 = zero(), s6 = zero(), s7 = zero();
    let b = B + <usize>(j * inner) * sizeof<T>();
    let a = A;
    for (let k = 0; k < inner; k++) {
      const x = v128.load_splat<T>(b);
      s0 = term<T>(s0, x, v128.load(a));
      if (count > 1) s1 = term<T>(s1, x, v128.load(a, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(a, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(a, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(a, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(a, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(a, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(a, 112));
      b += sizeof<T>();
      a += stride;
    }
    const o = out + <usize>(j * rows) * sizeof<T>();
    storeAll<T>(count, o, rowsLeft, s0, s1, s2, s3, s4, s5, s6, s7);
  }
}

/**
 * out = A B^T over the columns `from` to `to`.
 *
 * @param out columns padded to whole vectors
 * @param A and B: columns as they are
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function timesTransposed<T>(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  cols: i32,
): void {
  const stride = padded<T>(rows);
  for (let row = 0; row < rows;) {
    const count = sideBySide(vectors<T>(rows - row));
    const o = out + <usize>row * sizeof<T>();
    const a = A + <usize>row * sizeof<T>();
    switch (count) {
      case 8:
        transposedBlock<T>(8, from, to, o, a, B, rows, cols, stride);
        break;
      case 5:
        transposedBlock<T>(5, from, to, o, a, B, rows, cols, stride);
        break;
      case 4:
        transposedBlock<T>(4, from, to, o, a, B, rows, cols, stride);
        break;
      case 3:
        transposedBlock<T>(3, from, to, o, a, B, rows, cols, stride);
        break;
      case 2:
        transposedBlock<T>(2, from, to, o, a, B, rows, cols, stride);
        break;
      case 1:
        transposedBlock<T>(1, from, to, o, a, B, rows, cols, stride);
        break;
    }
    row += count * lanes<T>();
  }
}

// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function transposedBlock<T>(
  count: i32,
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  B: usize,
  rows: i32,
  cols: i32,
  stride: usize,
): void {
  for (let j = 0; j < cols; j++) {
    let s0 = zero(), s1 = zero(), s2 = zero(), s3 = zero(), s4 = zero(), s5 = zero(), s6 = zero(), s7 = zero();
    let a = A + <usize>(from * rows) * sizeof<T>();
    let b = B + <usize>(from * cols + j) * sizeof<T>();
    for (let k = from; k < to; k++) {
      const x = v128.load_splat<T>(b);
      s0 = term<T>(s0, x, v128.load(a));
      if (count > 1) s1 = term<T>(s1, x, v128.load(a, 16));
      if (count > 2) s2 = term<T>(s2, x, v128.load(a, 32));
      if (count > 3) s3 = term<T>(s3, x, v128.load(a, 48));
      if (count > 4) s4 = term<T>(s4, x, v128.load(a, 64));
      if (count > 5) s5 = term<T>(s5, x, v128.load(a, 80));
      if (count > 6) s6 = term<T>(s6, x, v128.load(a, 96));
      if (count > 7) s7 = term<T>(s7, x, v128.load(a, 112));
      a += <usize>rows * sizeof<T>();
      b += <usize>cols * sizeof<T>();
    }
    storeAll<T>(count, out + <usize>j * stride, 8 * lanes<T>(), s0, s1, s2, s3, s4, s5, s6, s7);
  }
}
