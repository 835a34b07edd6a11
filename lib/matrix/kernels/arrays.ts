/** The arrays that kernels work on, by the name of their numbers' format. */
export const arrayTypes = {
  float64: Float64Array,
  float32: Float32Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
};

/** The name of an array's format. */
export type ArrayFormat = keyof typeof arrayTypes;

/** The array of a format. */
export type ArrayOf<Format extends ArrayFormat> = InstanceType<(typeof arrayTypes)[Format]>;
