import { host } from "../host/host.ts";
import { DataError, unreadable } from "./errors.ts";

/**
 * A file's bytes, piece after piece, and those within a gzip archive. A piece is overwritten when the
 * next one is asked for.
 *
 * @param onBytes is given each piece of the file itself as it is read
 * @throws {DataError} if the file can't be read, or a gzip archive is damaged
 */
export async function* pieces(
  path: string,
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => void,
): AsyncGenerator<Uint8Array, void> {
  const named = (cause: unknown) => {
    throw unreadable(path, cause);
  };
  using file = await host().files.open(path).catch(named);
  const buffer = new Uint8Array(65536);
  const next = async () => {
    const length = await file.read(buffer).catch(named);
    if (length === null) return undefined;
    const bytes = buffer.subarray(0, length);
    onBytes(bytes);
    return bytes;
  };
  const first = await next();
  if (first?.[0] === 0x1f && first[1] === 0x8b) return yield* unpacked(path, first, next);
  for (let bytes = first; bytes; bytes = await next()) yield bytes;
}

/** What is in a gzip archive. */
async function* unpacked(
  file: string,
  first: Uint8Array,
  next: () => Promise<Uint8Array | undefined>,
): AsyncGenerator<Uint8Array, void> {
  let bytes: Uint8Array | undefined = first;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (!bytes) return controller.close();
      controller.enqueue(bytes.slice() as Uint8Array<ArrayBuffer>);
      bytes = await next();
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause) => {
        throw new DataError(
          "this gzip archive is damaged, or was not copied to its end. Download the file again.",
          { file, line: 1, column: 1 },
          { cause },
        );
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // an archive that is damaged has ended already
  }
}
