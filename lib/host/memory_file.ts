import type { OpenFile } from "./host.ts";

/** Bytes in memory, to be read as a file is. */
export class MemoryFile implements OpenFile {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(buffer: Uint8Array): Promise<number | null> {
    const next = this.#bytes.subarray(this.#at, this.#at + buffer.length);
    buffer.set(next);
    this.#at += next.length;
    return Promise.resolve(next.length > 0 || buffer.length === 0 ? next.length : null);
  }

  seek(offset: number): Promise<number> {
    return Promise.resolve(this.#at = offset);
  }

  stat(): Promise<{ size: number }> {
    return Promise.resolve({ size: this.#bytes.length });
  }

  close(): void {}

  [Symbol.dispose](): void {}
}
