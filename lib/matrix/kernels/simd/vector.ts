// A vector is 16 bytes: 4 numbers of float32 or 2 of float64. T stands for f32 or f64.

/** The numbers in a vector. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function lanes<T>(): i32 {
  return 16 / sizeof<T>();
}

/** The vectors that a column of `rows` numbers needs; the last may be filled in part. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function vectors<T>(rows: i32): i32 {
  return (rows + lanes<T>() - 1) / lanes<T>();
}

/** The bytes of a column that is padded to whole vectors. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function padded<T>(rows: i32): usize {
  return <usize>(vectors<T>(rows) * 16);
}

// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function zero(): v128 {
  return i32x4.splat(0);
}

/** Stores the first `count` numbers of a vector, or all if it has no more. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function store<T>(at: usize, vector: v128, count: i32): void {
  if (count >= lanes<T>()) {
    v128.store(at, vector);
  } else if (sizeof<T>() == 8) {
    v128.store_lane<f64>(at, vector, 0);
  } else if (count == 1) {
    v128.store_lane<f32>(at, vector, 0);
  } else {
    v128.store_lane<f64>(at, vector, 0);
    if (count == 3) v128.store_lane<f32>(at, vector, 2, 8);
  }
}
