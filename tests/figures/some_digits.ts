import { type Digits, Pixels } from "glassnet";

/** Digits with made-up pixels: pixel p of image j is (p + j) % 256, and image j is a j % 10. */
export function someDigits(count: number): Digits {
  const full = Uint8Array.from(
    { length: 784 * count },
    (_, k) => (k % 784 + Math.floor(k / 784)) % 256,
  );
  return {
    X: Pixels.fromBytes(full).toMatrix(),
    labels: Uint8Array.from({ length: count }, (_, j) => j % 10),
    count,
  };
}
