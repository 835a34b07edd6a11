import type { Values } from "../matrix/kernels/format.ts";

/** A number format of safetensors. */
interface NumberFormat {
  /** The bytes of a number. */
  size: number;
  /** The numbers that bytes stand for, the lowest byte first. */
  values(bytes: ArrayBuffer): Values;
}

/** The formats whose numbers all are numbers of float64 or float32, too. */
export const formats: Readonly<Record<string, NumberFormat | undefined>> = {
  F64: { size: 8, values: (bytes) => new Float64Array(bytes) },
  F32: { size: 4, values: (bytes) => new Float32Array(bytes) },
  // An F16 has 1 bit of sign, 5 of exponent and 10 of fraction.
  F16: {
    size: 2,
    values: (bytes) =>
      Float32Array.from(new Uint16Array(bytes), (bits) => {
        const sign = bits >> 15 ? -1 : 1;
        const exponent = bits >> 10 & 31;
        const fraction = bits & 1023;
        if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
        return exponent === 0
          ? sign * fraction * 2 ** -24
          : sign * (1024 + fraction) * 2 ** (exponent - 25);
      }),
  },
  // A BF16 is the upper half of a float32.
  BF16: {
    size: 2,
    values: (bytes) =>
      new Float32Array(Uint32Array.from(new Uint16Array(bytes), (bits) => bits << 16).buffer),
  },
};
