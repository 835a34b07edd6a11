import { DataError, quote } from "../data/errors.ts";
import { host, isMissing, type OpenFile } from "../host/host.ts";
import type { Values } from "../matrix/kernels/format.ts";
import { METADATA, type Tensor } from "./safetensors.ts";

/** A header of a network like ours has some hundred bytes; safetensors itself allows 100 MB. */
const LONGEST_HEADER = 2 ** 20;

/** The most numbers that a tensor may have: a gigabyte of float64. */
const MOST_NUMBERS = 2 ** 27;

/** A tensor that lies in a file: what its header says of it. */
interface TensorEntry {
  dtype: string;
  shape: number[];
  begin: number;
  end: number;
}

/**
 * A safetensors file that is open for reading (see safetensors.ts). Its header has been checked against
 * the format and the file's size before any room is made for what it claims.
 */
export class SafetensorsFile implements Disposable {
  readonly #path: string;
  readonly #file: OpenFile;
  readonly #tensors: Map<string, TensorEntry>;
  /** The file's texts by their keys. */
  readonly metadata: ReadonlyMap<string, string>;

  private constructor(path: string, file: OpenFile, header: Header) {
    this.#path = path;
    this.#file = file;
    this.#tensors = header.tensors;
    this.metadata = header.metadata;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws {DataError} if there is no such file, or it is not in the format
   */
  static async open(path: string): Promise<SafetensorsFile> {
    const file = await openFile(path);
    try {
      return new SafetensorsFile(path, file, await readHeader(path, file));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** The names of the tensors. */
  get names(): string[] {
    return [...this.#tensors.keys()];
  }

  /**
   * Reads a tensor.
   *
   * @throws {DataError} if there is none of that name, or not in F64 or F32
   */
  async read(name: string): Promise<Tensor> {
    const tensor = this.#tensors.get(name);
    if (!tensor) {
      throw this.error(
        `expected a tensor ${quote(name)}, but found ${list(this.names)}. Save it under that name.`,
      );
    }
    const { dtype, shape, begin, end } = tensor;
    const Type = dtype === "F64" ? Float64Array : dtype === "F32" ? Float32Array : undefined;
    if (!Type) {
      throw this.error(
        `expected ${quote(name)} in F64 or F32, but found ${quote(dtype)}. Save it as one of ` +
          "these; in PyTorch, tensor.float() is F32.",
      );
    }
    const count = shape.reduce((product, length) => product * length, 1);
    if (count * Type.BYTES_PER_ELEMENT !== end - begin) {
      throw this.error(
        `the header gives ${quote(name)} the shape ${shape.join(" x ")}, which in ${dtype} takes ` +
          `${count * Type.BYTES_PER_ELEMENT} bytes, but ${end - begin} bytes. The file is damaged.`,
      );
    }
    if (count > MOST_NUMBERS) {
      throw this.error(
        `${
          quote(name)
        } has ${count} numbers, and a network like ours has no more than ${MOST_NUMBERS}.`,
      );
    }
    const values: Values = new Type(count);
    await this.#file.seek(begin, 0);
    await fill(this.#path, this.#file, new Uint8Array(values.buffer));
    return { shape, values };
  }

  /** An error that names this file. */
  error(problem: string): DataError {
    return new DataError(problem, { file: this.#path });
  }

  /** Closes the file. */
  [Symbol.dispose](): void {
    this.#file.close();
  }
}

interface Header {
  tensors: Map<string, TensorEntry>;
  metadata: Map<string, string>;
}

async function openFile(path: string): Promise<OpenFile> {
  try {
    if ((await host().files.stat(path)).isDirectory) {
      throw new DataError("is a folder: name a file in it.", { file: path });
    }
    return await host().files.open(path);
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new DataError(
      "there is no such file. Check the path: a notebook's paths start at the notebook's folder.",
      { file: path },
      { cause },
    );
  }
}

async function readHeader(path: string, file: OpenFile): Promise<Header> {
  const refuse = (problem: string): never => {
    throw new DataError(`${problem} Save it again, or copy it again.`, { file: path });
  };
  const { size } = await file.stat();
  if (size < 8) refuse(`expected a safetensors file, but it has only ${size} bytes.`);
  const first = new Uint8Array(8);
  await fill(path, file, first);
  const length = new DataView(first.buffer).getBigUint64(0, true);
  if (length > BigInt(Math.min(size - 8, LONGEST_HEADER))) {
    refuse(
      `expected a safetensors file, but its header would have ${length} bytes, and the file has ` +
        `${size}. It is cut off, or something else.`,
    );
  }
  const bytes = new Uint8Array(Number(length));
  await fill(path, file, bytes);
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    refuse("expected a safetensors file, but its header is not JSON.");
  }
  if (bytes[0] !== 0x7b) refuse("expected a safetensors file, but its header is no JSON object.");

  const { [METADATA]: texts = {}, ...entries } = header as Record<string, unknown>;
  const metadata = new Map<string, string>();
  if (!isObject(texts ?? {})) {
    refuse(`expected a text as metadata for each key of ${quote(METADATA)} in the header.`);
  }
  for (const [key, text] of Object.entries(texts ?? {})) {
    if (typeof text !== "string") refuse(`expected a text as metadata ${quote(key)}.`);
    metadata.set(key, text as string);
  }

  const start = 8 + bytes.length;
  const tensors = new Map<string, TensorEntry>();
  for (const [name, entry] of Object.entries(entries)) {
    const { dtype, shape, data_offsets: offsets } = isObject(entry) ? entry : {};
    const whole = isSizes(shape) && isSizes(offsets) && offsets.length === 2 &&
      offsets[0] <= offsets[1];
    if (typeof dtype !== "string" || !whole) {
      refuse(`the header's entry of ${quote(name)} does not say its dtype, shape and place.`);
    }
    const [begin, end] = (offsets as number[]).map((offset) => start + offset);
    tensors.set(name, { dtype: dtype as string, shape: shape as number[], begin, end });
  }
  // Without gaps and overlaps, no two tensors share bytes, and a file that was cut off is noticed.
  let covered = start;
  for (
    const { begin, end } of [...tensors.values()].sort((a, b) => a.begin - b.begin || a.end - b.end)
  ) {
    if (begin !== covered) refuse("the tensors in the file overlap, or leave a gap.");
    covered = end;
  }
  if (covered !== size) {
    refuse(`expected ${covered} bytes, as the header says, but the file has ${size}.`);
  }
  return { tensors, metadata };
}

/** Fills the buffer with the file's next bytes. */
async function fill(path: string, file: OpenFile, buffer: Uint8Array): Promise<void> {
  for (let at = 0; at < buffer.length;) {
    const count = await file.read(buffer.subarray(at));
    if (count === null) {
      throw new DataError("became shorter while it was read. Try again.", { file: path });
    }
    at += count;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

/** A few names, for an error. */
function list(names: string[]): string {
  if (names.length === 0) return "no tensors at all";
  return names.slice(0, 6).map(quote).join(", ") + (names.length > 6 ? ", ..." : "");
}
