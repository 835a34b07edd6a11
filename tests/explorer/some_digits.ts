import { Pixels } from "glassnet";

/** Images with dark pixels here and there, always the same, with labels. */
export function someDigits(count: number) {
  const bytes = Uint8Array.from(
    { length: 784 * count },
    (_, k) => k * k % 11 < 2 ? k * 37 % 256 : 0,
  );
  const labels = Uint8Array.from({ length: count }, (_, j) => j * 3 % 10);
  return { X: Pixels.fromBytes(bytes).toMatrix(), labels, count };
}
