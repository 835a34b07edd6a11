import { type Dtype, dtypeOf, type Values } from "./format.ts";
import { scaledBytes, type SparseColumns } from "./sparse_columns.ts";
import { Arena } from "./arena.ts";
import { type ByPixel, sortByPixel } from "./by_pixel.ts";
import { EXPONENTIAL_CONSTANTS } from "./exponential.ts";
import { kernelNames } from "./job.ts";
import type { Kernels, Room } from "./kernels.ts";
import { isLong, PIECES } from "./pieces.ts";
import { plainKernels as plain } from "./plain_kernels.ts";
import { Team } from "./team.ts";

/** Work that is smaller than this, counted in numbers, is done before a helper would have noticed. */
const WORTH_SHARING = 1 << 16;

/** The bytes of a column that the kernels do at once: 8 vectors. */
const BLOCK = 128;

/** Bytes that stay in a processor's nearest memory (L1), beside what else it needs. */
const NEAREST_MEMORY = 24 * 1024;

/**
 * The kernels in WASM SIMD, on several threads (their source is in `simd/`). They work on arrays
 * in their own memory, which `room` gives; what lies elsewhere is copied in once. If the
 * result lies elsewhere, or the number formats are mixed, the plain kernels do the work.
 */
export class SimdKernels implements Kernels {
  readonly #arena = new Arena();
  readonly #team: Team;
  readonly #numbers: Record<string, number>;
  readonly #factor = this.#arena.reserve(8);
  readonly #sorted = new WeakMap<SparseColumns, ByPixel>();
  /** Memory for padded columns and for the sums of pieces, which grows as needed. */
  readonly #padded = { address: 0, byteLength: 0 };
  readonly #pieces = { address: 0, byteLength: 0 };

  constructor(module: WebAssembly.Module, threads: number) {
    this.#numbers = Object.fromEntries(kernelNames(module).map((name, k) => [name, k]));
    this.#team = new Team(module, this.#arena.memory, threads);
  }

  /** The threads that work now: the main one and the helpers that have started. */
  get threads(): number {
    return this.#team.threads;
  }

  /** Ends the helping threads. */
  close(): void {
    this.#team.close();
  }

  room(byteLength: number): Room {
    return this.#arena.room(byteLength);
  }

  timesPixels(out: Values, W: Values, X: SparseColumns, rows: number): void {
    const dtype = this.#dtype(out, W);
    if (!dtype) return plain.timesPixels(out, W, X, rows);
    const args = [this.#pad(dtype, W, rows), ...this.#pixels(X, dtype), rows];
    this.#columns("timesPixels", dtype, X.count, X.bytes.length * rows / 8, out, args);
  }

  timesPixelsTransposed(out: Values, D: Values, X: SparseColumns, rows: number): void {
    const dtype = this.#dtype(out, D);
    if (!dtype) return plain.timesPixelsTransposed(out, D, X, rows);
    if (!isLong(X.count)) {
      return this.#timesFewPixelsTransposed(dtype, out, D, X, rows);
    }
    const { firsts, starts, images, bytes, blocksPerPiece } = this.#byPixel(X, dtype, rows);
    const addresses = [D, firsts, starts, images, bytes, scaledBytes[dtype]]
      .map((array) => this.#arena.address(array));
    const args = [...addresses, rows, X.size, blocksPerPiece];
    this.#sum("timesByPixel", dtype, PIECES, out, rows, args, PIECES);
  }

  /** The same for few images: threads share the rows instead of the images. */
  #timesFewPixelsTransposed(
    dtype: Dtype,
    out: Values,
    D: Values,
    X: SparseColumns,
    rows: number,
  ): void {
    const stride = paddedBytes(dtype, rows);
    const isPadded = stride === rows * out.BYTES_PER_ELEMENT;
    const sum = isPadded ? out.byteOffset : this.#atLeast(this.#pieces, X.size * stride);
    const blocks = Math.ceil(stride / BLOCK);
    const pieces = X.bytes.length * rows / 8 < WORTH_SHARING ? 1 : blocks;
    const address = this.#arena.address(D);
    const args = [sum, address, ...this.#pixels(X, dtype), rows, X.size, X.count];
    this.#run("timesPixelsTransposed", dtype, blocks, pieces, 0, args);
    if (!isPadded) this.#columns("sumPieces", dtype, X.size, 0, out, [sum, rows, 1, 0]);
  }

  timesColumns(
    out: Values,
    A: Values,
    B: Values,
    rows: number,
    inner: number,
    cols: number,
  ): void {
    const dtype = this.#dtype(out, A, B);
    if (!dtype) return plain.timesColumns(out, A, B, rows, inner, cols);
    const args = [this.#pad(dtype, A, rows), this.#arena.address(B), rows, inner];
    this.#columns("timesColumns", dtype, cols, rows * inner * cols / 8, out, args);
  }

  timesTransposed(
    out: Values,
    A: Values,
    B: Values,
    rows: number,
    inner: number,
    cols: number,
  ): void {
    const dtype = this.#dtype(out, A, B);
    if (!dtype) return plain.timesTransposed(out, A, B, rows, inner, cols);
    const args = [this.#arena.address(A), this.#arena.address(B), rows, cols];
    this.#sum("timesTransposed", dtype, inner, out, rows, args);
  }

  add(out: Values, a: Values, b: Values): void {
    const dtype = this.#dtype(out, a, b);
    if (!dtype) return plain.add(out, a, b);
    this.#each("add", dtype, out, this.#arena.address(a), this.#arena.address(b));
  }

  subtract(out: Values, a: Values, b: Values): void {
    const dtype = this.#dtype(out, a, b);
    if (!dtype) return plain.subtract(out, a, b);
    this.#each("subtract", dtype, out, this.#arena.address(a), this.#arena.address(b));
  }

  multiply(out: Values, a: Values, b: Values): void {
    const dtype = this.#dtype(out, a, b);
    if (!dtype) return plain.multiply(out, a, b);
    this.#each("multiply", dtype, out, this.#arena.address(a), this.#arena.address(b));
  }

  scale(out: Values, a: Values, factor: number): void {
    const dtype = this.#dtype(out, a);
    if (!dtype) return plain.scale(out, a, factor);
    const { buffer } = this.#arena.memory;
    if (dtype === "float64") new Float64Array(buffer, this.#factor, 1)[0] = factor;
    else new Float32Array(buffer, this.#factor, 1)[0] = factor;
    this.#each("scale", dtype, out, this.#arena.address(a), this.#factor);
  }

  relu(out: Values, Z: Values): void {
    const dtype = this.#dtype(out, Z);
    if (!dtype) return plain.relu(out, Z);
    this.#each("relu", dtype, out, this.#arena.address(Z));
  }

  reluDerivative(out: Values, Z: Values): void {
    const dtype = this.#dtype(out, Z);
    if (!dtype) return plain.reluDerivative(out, Z);
    this.#each("reluDerivative", dtype, out, this.#arena.address(Z));
  }

  addColumn(out: Values, A: Values, b: Values): void {
    const dtype = this.#dtype(out, A, b);
    if (!dtype) return plain.addColumn(out, A, b);
    const args = [this.#arena.address(A), this.#arena.address(b), b.length];
    this.#columns("addColumn", dtype, out.length / b.length, out.length, out, args);
  }

  sumColumns(out: Values, A: Values): void {
    const dtype = this.#dtype(out, A);
    if (!dtype) return plain.sumColumns(out, A);
    const rows = out.length;
    this.#sum("sumColumns", dtype, A.length / rows, out, rows, [this.#arena.address(A), rows]);
  }

  softmax(out: Values, Z: Values, rows: number): void {
    const dtype = this.#dtype(out, Z);
    if (!dtype) return plain.softmax(out, Z, rows);
    const args = [this.#arena.address(Z), this.#arena.address(EXPONENTIAL_CONSTANTS), rows];
    this.#columns("softmax", dtype, out.length / rows, out.length * 8, out, args);
  }

  crossEntropy(A: Values, Y: Values, rows: number): number {
    const dtype = dtypeOf(A);
    if (dtypeOf(Y) !== dtype) return plain.crossEntropy(A, Y, rows);
    const cols = A.length / rows;
    const pieces = isLong(cols) ? PIECES : 1;
    const address = this.#atLeast(this.#pieces, pieces * 8);
    const args = [address, this.#arena.address(A), this.#arena.address(Y), rows];
    this.#run("crossEntropy", dtype, cols, pieces, 8, args);
    const sums = new Float64Array(this.#arena.memory.buffer, address, pieces);
    return sums.reduce((sum, piece) => sum + piece, 0);
  }

  argmax(out: Uint8Array, A: Values, rows: number): void {
    if (!this.#arena.holds(out)) return plain.argmax(out, A, rows);
    const args = [this.#arena.address(A), rows];
    this.#columns("argmax", dtypeOf(A), out.length, A.length, out, args);
  }

  /** The number format of all of them, if these kernels can do the work. */
  #dtype(out: Values, ...inputs: Values[]): Dtype | undefined {
    const dtype = dtypeOf(out);
    const fits = this.#arena.holds(out) && inputs.every((input) => dtypeOf(input) === dtype);
    return fits ? dtype : undefined;
  }

  /** Runs a kernel that works number by number. */
  #each(name: string, dtype: Dtype, out: Values, ...inputs: number[]): void {
    this.#columns(name, dtype, out.length, out.length, out, inputs);
  }

  /** Runs a kernel that fills column after column of `out`, by several threads if it is worth it. */
  #columns(
    name: string,
    dtype: Dtype,
    cols: number,
    work: number,
    out: Values | Uint8Array,
    args: number[],
  ): void {
    const pieces = work < WORTH_SHARING ? 1 : PIECES;
    this.#run(name, dtype, cols, pieces, 0, [out.byteOffset, ...args]);
  }

  /** Runs a kernel that adds up over `terms` columns: each piece by itself, then one after the other. */
  #sum(
    name: string,
    dtype: Dtype,
    terms: number,
    out: Values,
    rows: number,
    args: number[],
    pieces = isLong(terms) ? PIECES : 1,
  ): void {
    const cols = out.length / rows;
    const size = cols * paddedBytes(dtype, rows);
    const sums = this.#atLeast(this.#pieces, pieces * size);
    this.#run(name, dtype, terms, pieces, size, [sums, ...args]);
    this.#columns("sumPieces", dtype, cols, pieces * out.length, out, [sums, rows, pieces, size]);
  }

  #run(
    name: string,
    dtype: Dtype,
    total: number,
    pieces: number,
    step: number,
    args: number[],
  ): void {
    const kernel = this.#numbers[name + (dtype === "float64" ? 64 : 32)];
    this.#team.run(kernel, total, pieces, step, args);
  }

  /** The address of a matrix whose columns begin at whole vectors. */
  #pad(dtype: Dtype, A: Values, rows: number): number {
    const address = this.#arena.address(A);
    const stride = paddedBytes(dtype, rows);
    if (stride === rows * A.BYTES_PER_ELEMENT) return address;
    const cols = A.length / rows;
    const padded = this.#atLeast(this.#padded, cols * stride);
    this.#run("pad", dtype, cols, 1, 0, [padded, address, rows]);
    return padded;
  }

  #pixels(X: SparseColumns, dtype: Dtype): number[] {
    const arrays = [X.starts, X.indices, X.bytes, scaledBytes[dtype]];
    return arrays.map((array) => this.#arena.address(array));
  }

  /** Images sorted by pixel, once for a training. */
  #byPixel(X: SparseColumns, dtype: Dtype, rows: number): ByPixel {
    let sorted = this.#sorted.get(X);
    if (!sorted) {
      const room = (byteLength: number) => {
        const { buffer, byteOffset } = this.room(byteLength);
        return [buffer as ArrayBuffer, byteOffset] as const;
      };
      // As many numbers of D as the nearest memory holds; the kernel reads one block of a column at once.
      const most = Math.ceil(NEAREST_MEMORY / Math.min(paddedBytes(dtype, rows), BLOCK));
      sorted = sortByPixel(X, most, {
        uint32: (length) => new Uint32Array(...room(length * 4), length),
        uint16: (length) => new Uint16Array(...room(length * 2), length),
        uint8: (length) => new Uint8Array(...room(length), length),
      });
      this.#sorted.set(X, sorted);
    }
    return sorted;
  }

  #atLeast(space: { address: number; byteLength: number }, byteLength: number): number {
    if (space.byteLength < byteLength) {
      Object.assign(space, { address: this.#arena.reserve(byteLength), byteLength });
    }
    return space.address;
  }
}

/** The bytes of a column that is padded to whole vectors of 16 bytes. */
function paddedBytes(dtype: Dtype, rows: number): number {
  return Math.ceil(rows * (dtype === "float64" ? 8 : 4) / 16) * 16;
}
