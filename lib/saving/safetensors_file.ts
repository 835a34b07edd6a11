import { DataError, quote, unreadable } from "../data/errors.ts";
import { host, isMissing, type OpenFile } from "../host/host.ts";
import { fileKind } from "../data/file_kinds.ts";
import { missingFile } from "../data/path.ts";
import { some } from "./layers.ts";
import { formats } from "./number_formats.ts";
import { type Header, HeaderError, readHeader as headerOf, type TensorEntry } from "./header.ts";
import type { Tensor } from "./safetensors.ts";

/** The longest header that safetensors allows, in bytes. One of a network like ours has some hundred. */
const LONGEST_HEADER = 100_000_000;

/** The most numbers that a tensor may have: a gigabyte of float64. */
const MOST_NUMBERS = 2 ** 27;

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

  /** The lengths of a tensor's dimensions. */
  shapeOf(name: string): number[] {
    return this.#tensors.get(name)!.shape;
  }

  /**
   * Reads a tensor.
   *
   * @throws {DataError} if there is none of that name, or not in F64, F32, F16 or BF16
   */
  async read(name: string): Promise<Tensor> {
    const tensor = this.#tensors.get(name);
    if (!tensor) {
      throw this.error(
        `expected a tensor ${quote(name)}, but found ${some(this.names)}. Save it under that name.`,
      );
    }
    const { dtype, shape, begin, end } = tensor;
    const format = formats[dtype];
    if (!format) {
      throw this.error(
        `expected ${quote(name)} in F64, F32, F16 or BF16, but found ${
          quote(dtype)
        }. Save it as one ` +
          "of these; in PyTorch, tensor.float() is F32.",
      );
    }
    const count = shape.reduce((product, length) => product * length, 1);
    if (count > MOST_NUMBERS) {
      throw this.error(
        `${
          quote(name)
        } has ${count} numbers, and a network like ours has no more than ${MOST_NUMBERS}.`,
      );
    }
    const bytes = new Uint8Array(end - begin);
    await this.#file.seek(begin, 0);
    await fill(this.#path, this.#file, bytes);
    return { shape, values: format.values(bytes.buffer) };
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

async function openFile(path: string): Promise<OpenFile> {
  try {
    const { isFile, isDirectory } = await host().files.stat(path);
    if (isDirectory) throw new DataError("is a folder: name a file in it.", { file: path });
    if (!isFile) throw new DataError("is a device or a pipe, and no file.", { file: path });
    return await host().files.open(path);
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    if (!isMissing(cause)) throw unreadable(path, cause);
    throw await missingFile(path, cause);
  }
}

async function readHeader(path: string, file: OpenFile): Promise<Header> {
  const refuse = (problem: string): never => {
    throw new DataError(`${problem} Save it again, or copy it again.`, { file: path });
  };
  const { size } = await file.stat();
  const head = new Uint8Array(Math.min(size, 8192));
  await fill(path, file, head);
  await file.seek(8, 0);
  const length = size < 8 ? 0n : new DataView(head.buffer).getBigUint64(0, true);
  if (size < 8 || length > BigInt(Math.min(size - 8, LONGEST_HEADER))) {
    refuseOtherKinds(path, head);
    const problem = "expected a safetensors file, but ";
    if (size < 8) refuse(`${problem}it has only ${size} bytes.`);
    refuse(
      `${problem}its header would have ${length} bytes, and the file has ${size}. It is cut off, or ` +
        "something else.",
    );
  }
  const bytes = new Uint8Array(Number(length));
  await fill(path, file, bytes);
  try {
    // Unlike JSON.parse, a decoder would drop a mark of the byte order.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const header = headerOf(text, size - 8 - bytes.length);
    for (const tensor of header.tensors.values()) {
      tensor.begin += 8 + bytes.length;
      tensor.end += 8 + bytes.length;
    }
    return header;
  } catch (error) {
    if (error instanceof HeaderError) {
      return refuse(`expected a safetensors file, but ${error.message}`);
    }
    refuseOtherKinds(path, head);
    return refuse("expected a safetensors file, but its header is not JSON.");
  }
}

/** Refuses a file of another kind by its name. */
function refuseOtherKinds(file: string, head: Uint8Array): void {
  const text = new TextDecoder().decode(head);
  const kind = /^[^\0{]*,[^\0]*\n/.test(text)
    ? { is: "a CSV", toParameters: "Read digits with readDigits(path)." }
    : fileKind(head);
  if (!kind?.toParameters) return;
  const problem = `expected a safetensors file, but this is ${kind.is}. ${kind.toParameters}`;
  throw new DataError(problem, { file });
}

/** Fills the buffer with the file's next bytes. */
async function fill(path: string, file: OpenFile, buffer: Uint8Array): Promise<void> {
  for (let at = 0; at < buffer.length;) {
    const count = await file.read(buffer.subarray(at)).catch((cause) => {
      throw unreadable(path, cause);
    });
    if (count === null) {
      throw new DataError("became shorter while it was read. Try again.", { file: path });
    }
    at += count;
  }
}
