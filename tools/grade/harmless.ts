/**
 * Names and sentences that come from students, made harmless for whatever shows them.
 *
 * @module
 */

/**
 * A text on one line that moves no cursor, clears no terminal and turns no writing around: control
 * characters, line breaks and marks of direction show as a space or not at all.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { oneLine } from "./harmless.ts";
 *
 * assertEquals(oneLine("Ada\u001b[2J\r\nBen: 6 of 6 right"), "Ada [2J Ben: 6 of 6 right");
 * ```
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Bidi_Control}\u200b\ufeff]/gu, "")
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, " ").trim();
}

/**
 * A text for a field of a CSV file. A spreadsheet computes one that begins like a formula, also after a
 * space or in full-width letters; with an apostrophe before it, it stays text. (OWASP, "CSV Injection".)
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inCsv } from "./harmless.ts";
 *
 * assertEquals(inCsv("\uff1dHYPERLINK(1)"), "'\uff1dHYPERLINK(1)");
 * ```
 */
export function inCsv(text: string): string {
  const line = oneLine(text);
  return /^['"\s]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]/.test(line)
    ? `'${line}`
    : line;
}

/** The names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name for a file that holds on every system, and is not one of those that are taken. */
export function fileName(text: string, taken: Set<string>): string {
  const plain = oneLine(text).normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N} _.-]+/gu, "_")
    .replaceAll(/^[. ]+|[. ]+$/g, "").slice(0, 80).trim() || "student";
  const base = devices.test(plain) ? `_${plain}` : plain;
  for (let n = 1;; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    // Some systems see no difference between capital and small letters.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
