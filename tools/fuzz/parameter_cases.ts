/** Files of parameters that are right, or were until something happened to them. */
import fc from "fast-check";
import { parameterTensors } from "../../lib/saving/save_parameters.ts";
import { METADATA, safetensors } from "../../lib/saving/safetensors.ts";
import { smallParameters } from "../../tests/saving/small_parameters.ts";
import { damages } from "./damage.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A file to load. */
export interface ParameterCase {
  /** What happened to a right file. */
  kind: string;
  content: Bytes;
}

/** The file of a small network, as `saveParameters` writes it. */
const whole: fc.Arbitrary<Bytes> = smallParameters(5, 7).map(({ parameters, names }) =>
  safetensors(parameterTensors(parameters, names), { format: "glassnet" })
);

/** The header of a right file as text, and the bytes after it. */
function apart(file: Bytes): { header: string; data: Bytes } {
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  const header = new TextDecoder().decode(file.subarray(8, 8 + length));
  return { header, data: file.slice(8 + length) };
}

/** A file with this header. The default length is that of the header. */
function together(header: string, data: Bytes, length?: bigint): Bytes {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file;
}

type Entry = { dtype?: unknown; shape?: unknown; data_offsets?: unknown } & Record<string, unknown>;

/** Values that belong elsewhere, or nowhere, in a header. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    ...["F16", "BF16", "I8", "U8", "I64", "BOOL", "F32", "F64", "f32", "", null, true, 5, -1, 0.5],
    ...[[], [0], [1], [-1], [1.5], [2 ** 53], [2 ** 40, 2 ** 40], [1, 1], [1, 1, 1], ["1"], {}],
    ...[[0, 0], [0, 8], [8, 0], [0, 4, 8], [0, 1e300], [[0, 8]], 2 ** 53, 1e400],
  ),
  fc.array(fc.nat(6), { maxLength: 3 }),
  fc.string({ maxLength: 4 }),
);

/** Ways to change the header as JSON. */
const headerChange = fc.record({
  what: fc.nat(9),
  tensor: fc.nat(3),
  other: fc.nat(3),
  key: fc.constantFrom("dtype", "shape", "data_offsets", "more"),
  value: oddValue,
  by: fc.integer({ min: -9, max: 9 }),
}).map(({ what, tensor, other, key, value, by }) => (text: string): string => {
  const header = JSON.parse(text) as Record<string, Entry>;
  const names = Object.keys(header).filter((name) => name !== METADATA);
  const [name, second] = [names[tensor], names[other]];
  const entry = header[name];
  const offsets = entry.data_offsets as number[];
  switch (what) {
    case 0:
      entry[key] = value;
      break;
    case 1:
      delete entry[key];
      break;
    case 2:
      delete header[name];
      break;
    case 3:
      header[`${name}${by}`] = entry;
      delete header[name];
      break;
    case 4:
      entry.data_offsets = [offsets[0], offsets[1] + by];
      break;
    case 5:
      [entry.data_offsets, header[second].data_offsets] = [header[second].data_offsets, offsets];
      break;
    case 6:
      entry.shape = [...entry.shape as number[]].reverse();
      break;
    case 7:
      header[METADATA] = value as Entry;
      break;
    case 8:
      header[METADATA] = { format: value };
      break;
    case 9: // the same name twice: JSON does not forbid it
      return text.trimEnd().replace(
        /}$/,
        `,${JSON.stringify(name)}:${JSON.stringify(header[second])}}`,
      );
  }
  return JSON.stringify(header);
});

const letters = fc.constantFrom(...'{}[]",:0123456789-+.eE \\\n\t\0WbF"é\ufeff');

const made: Record<string, fc.Arbitrary<Bytes>> = {
  ...Object.fromEntries(
    Object.entries(damages).map(([kind, damage]) => [kind, whole.chain(damage)]),
  ),
  "the header's bytes": whole.chain((file) => {
    const { header, data } = apart(file);
    const edit = fc.tuple(fc.nat(header.length), fc.nat(2), letters);
    return fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
      let text = header;
      for (const [at, what, letter] of edits) {
        text = text.slice(0, at) + (what === 0 ? "" : letter) +
          text.slice(what === 1 ? at : at + 1);
      }
      return together(text, data);
    });
  }),
  "the header's entries": fc.tuple(whole, fc.array(headerChange, { minLength: 1, maxLength: 2 }))
    .map(([file, changes]) => {
      const { header, data } = apart(file);
      let text = header;
      try {
        for (const change of changes) text = change(text);
      } catch {
        // The second change found nothing left to change.
      }
      return together(text, data);
    }),
  "the header's length": fc.tuple(
    whole,
    fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.bigInt({ min: 0n, max: 700n }),
      fc.constantFrom(2n ** 63n, 2n ** 53n, 2n ** 32n, 2n ** 20n + 1n, 100_000_001n),
    ),
  ).map(([file, length]) => {
    const { header, data } = apart(file);
    return together(header, data, length);
  }),
  "spaces and order": fc.tuple(whole, fc.nat(20), fc.boolean()).map(([file, spaces, reversed]) => {
    const { header, data } = apart(file);
    const entries = Object.entries(JSON.parse(header));
    const text = JSON.stringify(
      Object.fromEntries(reversed ? entries.reverse() : entries),
      null,
      1,
    );
    return together(text + " ".repeat(spaces), data);
  }),
};

/** The names of the things that happen to a file. */
export const parameterKinds: readonly string[] = Object.keys(made);

/** `count` files; the kinds come in turn. The same seed gives the same files. */
export function parameterCases(seed: number, count: number): ParameterCase[] {
  const rounds = Math.ceil(count / parameterKinds.length);
  return fc.sample(fc.tuple(...Object.values(made)), { seed, numRuns: rounds })
    .flatMap((round) => round.map((content, k) => ({ kind: parameterKinds[k], content })))
    .slice(0, count);
}
