import { quote } from "../data/errors.ts";
import { METADATA } from "./safetensors.ts";
import { type Json, strictJson } from "./strict_json.ts";

/** A tensor that lies in a file: what its header says of it. The places count from the header's end. */
export interface TensorEntry {
  dtype: string;
  shape: number[];
  begin: number;
  end: number;
}

/** What a header says. */
export interface Header {
  tensors: Map<string, TensorEntry>;
  metadata: Map<string, string>;
}

/** A header that is JSON and no header. */
export class HeaderError extends Error {}

/** The number formats of safetensors 0.8, and the bits of a number. */
const bitsOf: Readonly<Record<string, number | undefined>> = {
  ...{ F4: 4, F6_E2M3: 6, F6_E3M2: 6, BOOL: 8, U8: 8, I8: 8 },
  ...{ F8_E5M2: 8, F8_E4M3: 8, F8_E8M0: 8, F8_E4M3FNUZ: 8, F8_E5M2FNUZ: 8 },
  ...{ I16: 16, U16: 16, F16: 16, BF16: 16, I32: 32, U32: 32, F32: 32 },
  ...{ C64: 64, F64: 64, I64: 64, U64: 64 },
};

const LARGEST = 2n ** 64n - 1n;

/**
 * Reads a header exactly where safetensors' own reader for Python reads it.
 *
 * @param text the header
 * @param size the number of bytes behind it
 * @throws {SyntaxError} if it is not JSON
 * @throws {HeaderError} that says what is wrong with it
 */
export function readHeader(text: string, size: number): Header {
  const json = strictJson(text);
  if (json.kind !== "object") throw new HeaderError("its header is no JSON object.");
  const metadata = json.entries.filter(([key]) => key === METADATA);
  if (metadata.length > 1) throw new HeaderError(`it has ${quote(METADATA)} twice.`);
  const tensors = new Map<string, Sized>();
  for (const [name, entry] of json.entries) {
    if (name !== METADATA) tensors.set(name, entryOf(name, entry)); // the last one counts
  }
  requireWhole(tensors, BigInt(size));
  return {
    metadata: metadata.length === 1 ? texts(metadata[0][1]) : new Map(),
    tensors: new Map([...tensors].map(([name, { dtype, shape, begin, end }]) => [
      name,
      { dtype, shape: shape.map(Number), begin: Number(begin), end: Number(end) },
    ])),
  };
}

/** An entry in whole numbers of any size. */
interface Sized {
  dtype: string;
  shape: bigint[];
  begin: bigint;
  end: bigint;
}

function entryOf(name: string, json: Json): Sized {
  const parts = partsOf(json);
  const dtype = parts && dtypeOf(parts[0]);
  const shape = parts && sizes(parts[1]);
  const offsets = parts && sizes(parts[2]);
  if (dtype === undefined || !shape || offsets?.length !== 2) {
    throw new HeaderError(
      `the header's entry of ${quote(name)} does not say its dtype, shape and place.`,
    );
  }
  if (bitsOf[dtype] === undefined) {
    throw new HeaderError(
      `the header gives ${quote(name)} the dtype ${quote(dtype)}, which safetensors does not have.`,
    );
  }
  return { dtype, shape, begin: offsets[0], end: offsets[1] };
}

/** The dtype, shape and place of an entry, which may be written as an array, too. */
function partsOf(json: Json): Json[] | undefined {
  if (json.kind === "array") return json.items.length === 3 ? json.items : undefined;
  if (json.kind !== "object") return undefined;
  const parts = ["dtype", "shape", "data_offsets"].map((name) =>
    json.entries.filter(([key]) => key === name)
  );
  return parts.every(({ length }) => length === 1) ? parts.map(([[, value]]) => value) : undefined;
}

/** A dtype is a text, or, as in all of Rust's enumerations, an object `{"F32": null}`. */
function dtypeOf(json: Json): string | undefined {
  if (json.kind === "string") return json.text;
  if (json.kind !== "object" || json.entries.length !== 1) return undefined;
  const [[name, value]] = json.entries;
  return value.kind === "word" && value.text === "null" ? name : undefined;
}

/** Whole numbers below 2^64, written without a sign, a point or an exponent. */
function sizes(json: Json): bigint[] | undefined {
  if (json.kind !== "array") return undefined;
  const whole = json.items.map((item) =>
    item.kind === "number" && /^\d{1,20}$/.test(item.text) ? BigInt(item.text) : -1n
  );
  return whole.every((size) => size >= 0n && size <= LARGEST) ? whole : undefined;
}

function texts(json: Json): Map<string, string> {
  if (json.kind === "word" && json.text === "null") return new Map();
  if (json.kind !== "object") {
    throw new HeaderError(`expected a text as metadata for each key of ${quote(METADATA)}.`);
  }
  return new Map(json.entries.map(([key, value]) => {
    if (value.kind === "string") return [key, value.text];
    throw new HeaderError(`expected a text as metadata ${quote(key)}.`);
  }));
}

/** Without gaps and overlaps, no two tensors share bytes, and a file that was cut off is noticed. */
function requireWhole(tensors: Map<string, Sized>, size: bigint): void {
  let covered = 0n;
  const compare = (a: bigint, b: bigint) => a < b ? -1 : a > b ? 1 : 0;
  const inOrder = [...tensors].sort(([, a], [, b]) =>
    compare(a.begin, b.begin) || compare(a.end, b.end)
  );
  for (const [name, { dtype, shape, begin, end }] of inOrder) {
    if (begin !== covered || end < begin) {
      throw new HeaderError("the tensors in the file overlap, or leave a gap.");
    }
    let bits = 1n;
    for (const length of [...shape, BigInt(bitsOf[dtype]!)]) {
      bits *= length;
      if (bits > LARGEST) {
        throw new HeaderError(`${quote(name)} is too large. The file is damaged.`);
      }
    }
    if (bits !== 8n * (end - begin)) {
      throw new HeaderError(
        `the header gives ${quote(name)} the shape ${shape.join(" x ")}, which in ${dtype} takes ` +
          `${bits / 8n} bytes, but ${end - begin} bytes. The file is damaged.`,
      );
    }
    covered = end;
  }
  if (covered !== size) {
    throw new HeaderError(
      `expected ${covered} bytes of tensors, as the header says, but the file has ${size}.`,
    );
  }
}
