import { type Digits, Pixels } from "glassnet";

/** Images of 12 pixels in 3 classes: class k is dark in its own four pixels. */
export function patterns(count = 60): Digits {
  const labels = Uint8Array.from({ length: count }, (_, j) => j % 3);
  const bytes = new Uint8Array(count * 12);
  for (let j = 0; j < count; j++) {
    for (let p = 0; p < 4; p++) bytes[j * 12 + labels[j] * 4 + p] = 55 + (j * 31 + p * 17) % 200;
  }
  return { X: Pixels.fromBytes(bytes, 12).toMatrix(), labels, count };
}
