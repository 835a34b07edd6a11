import type { Values } from "./format.ts";
import { JOB_BYTES } from "./job.ts";
import type { Room } from "./kernels.ts";

const PAGE = 65536;

/** Memory that WASM and all threads see. It only grows, and is freed when it is no longer used. */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 16, maximum: 65536, shared: true });
  /** Every buffer that has been the memory's: it gets a new one when it grows. */
  readonly #buffers = new WeakSet<ArrayBufferLike>([this.memory.buffer]);
  readonly #copies = new WeakMap<object, number>();
  #end = JOB_BYTES;

  /** The address of so many bytes; behind them lies at least one vector of more memory. */
  reserve(byteLength: number): number {
    const address = this.#end;
    this.#end += Math.ceil((byteLength + 16) / 64) * 64;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE));
      this.#buffers.add(this.memory.buffer);
    }
    return address;
  }

  /** Room for an array in this memory. */
  room(byteLength: number): Room {
    const byteOffset = this.reserve(byteLength);
    return { buffer: this.memory.buffer, byteOffset, byteLength };
  }

  /** Whether an array lies in this memory. */
  holds(array: ArrayBufferView): boolean {
    return this.#buffers.has(array.buffer);
  }

  /** The address of an array. One from elsewhere is copied in, once, since matrices never change. */
  address(array: Values | Uint8Array | Uint16Array | Uint32Array): number {
    if (this.holds(array)) return array.byteOffset;
    const known = this.#copies.get(array);
    if (known !== undefined) return known;
    const address = this.reserve(array.byteLength);
    new Uint8Array(this.memory.buffer, address, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    this.#copies.set(array, address);
    return address;
  }
}
