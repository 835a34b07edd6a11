import type { OpenFile } from "./host.ts";

/** A browser asks its disk for so many bytes at once. */
const PIECE = 2 ** 20;

/** A file of the browser, such as one that the reader has chosen, read piece by piece. */
export class BlobFile implements OpenFile {
  readonly #blob: Blob;
  #at = 0;
  #piece = new Uint8Array();
  #pieceAt = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  async read(buffer: Uint8Array): Promise<number | null> {
    const { size } = this.#blob;
    if (buffer.length === 0) return 0;
    if (this.#at >= size) return null;
    const inside = this.#at - this.#pieceAt;
    if (inside < 0 || inside >= this.#piece.length) {
      const bytes = this.#blob.slice(this.#at, this.#at + Math.max(PIECE, buffer.length));
      this.#piece = new Uint8Array(await bytes.arrayBuffer());
      this.#pieceAt = this.#at;
    }
    const from = this.#at - this.#pieceAt;
    const next = this.#piece.subarray(from, from + buffer.length);
    buffer.set(next);
    this.#at += next.length;
    return next.length;
  }

  seek(offset: number): Promise<number> {
    return Promise.resolve(this.#at = offset);
  }

  stat(): Promise<{ size: number }> {
    return Promise.resolve({ size: this.#blob.size });
  }

  close(): void {}

  [Symbol.dispose](): void {}
}
