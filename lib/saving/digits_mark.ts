import { Checksum } from "../data/checksum.ts";
import type { Digits } from "../training/digits.ts";

/** How digits are known again: their number, and a checksum of all pixels and labels. */
export interface DigitsMark {
  count: number;
  checksum: number;
}

/** The mark of digits. */
export function digitsMark({ X, labels, count }: Digits): DigitsMark {
  const checksum = new Checksum();
  const parts = X.pixels ? [X.pixels.starts, X.pixels.indices, X.pixels.bytes] : [X.values];
  for (const part of parts) checksum.update(part as ArrayBufferView<ArrayBuffer>);
  if (labels) checksum.update(labels as Uint8Array<ArrayBuffer>);
  return { count, checksum: checksum.value };
}
