import { host } from "../host/host.ts";

/**
 * The checksum of bytes that come piece by piece (CRC-32, at several gigabytes a second).
 * It notices every change of up to four neighbouring bytes for certain, and overlooks one in
 * four thousand million of the others.
 */
export class Checksum {
  #value = 0;

  /** Takes in the next bytes. */
  update({ buffer, byteOffset, byteLength }: ArrayBufferView): void {
    this.#value = host().crc32(new Uint8Array(buffer, byteOffset, byteLength), this.#value);
  }

  /** The checksum of all bytes so far: a whole number below 2^32. */
  get value(): number {
    return this.#value;
  }
}

/** The checksum of a whole file. */
export async function checksumOf(path: string): Promise<number> {
  const checksum = new Checksum();
  const buffer = new Uint8Array(1 << 20);
  using file = await host().files.open(path);
  for (let length; (length = await file.read(buffer)) !== null;) {
    checksum.update(buffer.subarray(0, length));
  }
  return checksum.value;
}
