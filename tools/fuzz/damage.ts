import fc from "fast-check";

type Bytes = Uint8Array<ArrayBuffer>;

/** A stretch of `length` bytes: where it begins and ends. */
const stretch = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

const joined = (...parts: Bytes[]): Bytes => Uint8Array.from(parts.flatMap((part) => [...part]));

/** What may happen to the bytes of a file, on a disk or on a network. */
export const damages: Record<string, (whole: Bytes) => fc.Arbitrary<Bytes>> = {
  "nothing": (whole) => fc.constant(whole),
  "one bit": (whole) =>
    fc.tuple(fc.nat(whole.length - 1), fc.nat(7)).map(([at, bit]) =>
      whole.with(at, whole[at] ^ (1 << bit))
    ),
  "some bytes": (whole) =>
    fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
      .map((changes) => {
        const changed = whole.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        return changed;
      }),
  "cut off": (whole) => fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
  "too long": (whole) =>
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => joined(whole, more as Bytes)),
  "a stretch lost": (whole) =>
    stretch(whole.length).map(([from, to]) => joined(whole.slice(0, from), whole.slice(to))),
  "a stretch twice": (whole) =>
    stretch(whole.length).map(([from, to]) => joined(whole.slice(0, to), whole.slice(from))),
  // As a disk leaves what it had not written yet when the power failed.
  "zeros": (whole) => stretch(whole.length).map(([from, to]) => whole.slice().fill(0, from, to)),
  "something else": () => fc.uint8Array({ maxLength: 200 }).map((bytes) => bytes as Bytes),
};
