// The four products of plain.ts, 4 rows (float32) or 2 (float64) in one instruction. The sums of a
// column stay in up to 8 vectors, which the processor keeps in its registers, while the terms pass by.
// Every row still adds the same terms in the same order, so the bits are those of plain.ts.
//
// `count` is the number of those vectors. It is a constant in each call of these functions, and they are
// inlined, so what follows `if (count > 3)` is there or is not. In the loops that take most of the time,
// four pixels are done in one turn, since a turn itself costs as much as a vector.
//
// tools/kernels.ts writes this file out: a line with a `$` eight times, for the vectors 0 to 7, and lines
// between `// for COUNT of ...` and `// end` once for each of the numbers.

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

/** How many vectors to do at once if so many are left. */
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
  s$: v128,
): void {
  if (count > $) store<T>(at + 16 * $, s$, rows - $ * lanes<T>());
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
      // for COUNT of 8 5 4 3 2 1
      case COUNT:
        pixelsBlock<T>(COUNT, from, to, o, w, starts, indices, bytes, scaled, rows, rows - row, stride);
        break;
      // end
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
    let s$ = zero();
    const first = <usize>load<u32>(starts + <usize>j * 4);
    const end = bytes + <usize>load<u32>(starts + <usize>j * 4, 4);
    let index = indices + first * 2;
    let byte = bytes + first;
    let x: v128;
    let w: usize;
    for (; byte + 4 <= end; byte += 4, index += 8) {
      // for PIXEL of 0 1 2 3
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, PIXEL) * sizeof<T>());
      w = W + <usize>load<u16>(index, 2 * PIXEL) * stride;
      if (count > $) s$ = term<T>(s$, x, v128.load(w, 16 * $));
      // end
    }
    for (; byte < end; byte++, index += 2) {
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
      w = W + <usize>load<u16>(index) * stride;
      if (count > $) s$ = term<T>(s$, x, v128.load(w, 16 * $));
    }
    const o = out + <usize>(j * rows) * sizeof<T>();
    storeAll<T>(
      count,
      o,
      rowsLeft,
      s$,
    );
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
      // for COUNT of 8 5 4 3 2 1
      case COUNT:
        pixelsTransposedBlock<T>(COUNT, 0, images, o, d, starts, indices, bytes, scaled, rows, stride);
        break;
      // end
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
    const d$ = count > $ ? v128.load(d, 16 * $) : zero();
    const first = <usize>load<u32>(starts + <usize>j * 4);
    const end = bytes + <usize>load<u32>(starts + <usize>j * 4, 4);
    let index = indices + first * 2;
    for (let byte = bytes + first; byte < end; byte++, index += 2) {
      const x = pixel<T>(scaled, byte);
      const o = out + <usize>load<u16>(index) * stride;
      if (count > $) v128.store(o, term<T>(v128.load(o, 16 * $), x, d$), 16 * $);
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
        // for COUNT of 8 5 4 3 2 1
        case COUNT:
          byPixelBlock<T>(COUNT, o, column, start, images, bytes, scaled, rows, size);
          break;
        // end
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
    let s$ = count > $ ? v128.load(out, 16 * $) : zero();
    let x: v128;
    let d: usize;
    for (; byte + 4 <= end; byte += 4, image += 8) {
      // for PIXEL of 0 1 2 3
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte, PIXEL) * sizeof<T>());
      d = D + <usize>load<u16>(image, 2 * PIXEL) * stride;
      if (count > $) s$ = term<T>(s$, x, v128.load(d, 16 * $));
      // end
    }
    for (; byte < end; byte++, image += 2) {
      x = v128.load_splat<T>(scaled + <usize>load<u8>(byte) * sizeof<T>());
      d = D + <usize>load<u16>(image) * stride;
      if (count > $) s$ = term<T>(s$, x, v128.load(d, 16 * $));
    }
    if (count > $) v128.store(out, s$, 16 * $);
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
      // for COUNT of 8 5 4 3 2 1
      case COUNT:
        columnsBlock<T>(COUNT, from, to, o, a, B, rows, rows - row, inner, stride);
        break;
      // end
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
    let s$ = zero();
    let b = B + <usize>(j * inner) * sizeof<T>();
    let a = A;
    for (let k = 0; k < inner; k++) {
      const x = v128.load_splat<T>(b);
      if (count > $) s$ = term<T>(s$, x, v128.load(a, 16 * $));
      b += sizeof<T>();
      a += stride;
    }
    const o = out + <usize>(j * rows) * sizeof<T>();
    storeAll<T>(
      count,
      o,
      rowsLeft,
      s$,
    );
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
      // for COUNT of 8 5 4 3 2 1
      case COUNT:
        transposedBlock<T>(COUNT, from, to, o, a, B, rows, cols, stride);
        break;
      // end
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
    let s$ = zero();
    let a = A + <usize>(from * rows) * sizeof<T>();
    let b = B + <usize>(from * cols + j) * sizeof<T>();
    for (let k = from; k < to; k++) {
      const x = v128.load_splat<T>(b);
      if (count > $) s$ = term<T>(s$, x, v128.load(a, 16 * $));
      a += <usize>rows * sizeof<T>();
      b += <usize>cols * sizeof<T>();
    }
    storeAll<T>(
      count,
      out + <usize>j * stride,
      8 * lanes<T>(),
      s$,
    );
  }
}
