const encoder = new TextEncoder();

/** A safetensors file with this header (JSON, or text as it is) and so many bytes behind it. */
export function file(
  header: unknown,
  dataBytes = 0,
  headerLength?: bigint,
): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(typeof header === "string" ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, headerLength ?? BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

/** A header's entries: float32 tensors of the given shapes, one behind the other. */
export function entries(shapes: Record<string, number[]>, dtype = "F32", size = 4) {
  let end = 0;
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const data_offsets = [end, end += size * shape.reduce((a, b) => a * b, 1)];
      return [name, { dtype, shape, data_offsets }];
    }),
  );
}
