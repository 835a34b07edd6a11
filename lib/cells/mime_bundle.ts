import { encodeBase64 } from "./base64.ts";
import { inspect, type InspectOptions } from "./inspect.ts";
import type { MimeBundle } from "./output.ts";

/** The method by which a thing says how a notebook shows it. */
const display: unique symbol = Symbol.for("Jupyter.display") as never;

/**
 * What a notebook shows of a value: what the value says itself, a picture if it is the bytes of one,
 * else its text.
 *
 * @param options how values are shown as text
 */
export async function mimeBundle(value: unknown, options: InspectOptions): Promise<MimeBundle> {
  if (typeof value === "object" && value !== null) {
    const own = (value as { [display]?: () => MimeBundle | Promise<MimeBundle> })[display];
    if (typeof own === "function") return await own.call(value);
    const picture = pictureOf(value);
    if (picture) return picture;
    const { outerHTML } = value as { outerHTML?: unknown };
    if (typeof outerHTML === "string") {
      return { [outerHTML.startsWith("<svg") ? "image/svg+xml" : "text/html"]: outerHTML };
    }
  }
  const settled = value instanceof Promise ? await settledNow(value) : undefined;
  return { "text/plain": inspect(value, { ...options, settled }) };
}

/** A tag for template literals whose text is shown as `type`. */
export function displayAs(
  type: string,
): (strings: TemplateStringsArray, ...values: unknown[]) => object {
  return (strings, ...values) => ({
    [display]: () => ({
      [type]: strings.map((text, i) => text + (values[i] ?? "")).join(""),
    }),
  });
}

/** A picture as `Deno.jupyter.image` shows it. */
export function displayImage(bytes: unknown): object {
  const picture = typeof bytes === "object" && bytes !== null ? pictureOf(bytes) : undefined;
  if (picture) return { [display]: () => picture };
  throw new TypeError("Expected the bytes of a PNG or a JPEG, but this is no such picture.");
}

function pictureOf(value: object): MimeBundle | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const startsWith = (...bytes: number[]) => bytes.every((byte, i) => value[i] === byte);
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    return { "image/png": encodeBase64(value) };
  }
  return startsWith(0xff, 0xd8, 0xff) ? { "image/jpeg": encodeBase64(value) } : undefined;
}

/** What a promise is settled with, if it is. */
async function settledNow(promise: Promise<unknown>): Promise<InspectOptions["settled"]> {
  const pending = {};
  const result = await Promise.race([promise, pending]).then(
    (value) => value === pending ? undefined : { value },
    (reason) => ({ reason }),
  );
  return result && new Map([[promise, result]]);
}
