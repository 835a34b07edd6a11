import { tokenizer } from "acorn";

/** What closes each bracket. */
const closing: { [bracket: string]: string } = { "{": "}", "${": "}", "(": ")", "[": "]" };

/** A bracket that a text leaves open: what it misses, and where it stands. */
export interface Unclosed {
  bracket: string;
  missing: string;
  offset: number;
}

/** The innermost bracket that a text leaves open. Undefined if each is closed, or it is no JavaScript. */
export function unclosed(text: string): Unclosed | undefined {
  const open: Unclosed[] = [];
  try {
    for (const { type: { label }, start } of tokenizer(text, { ecmaVersion: "latest" })) {
      const missing = closing[label];
      if (missing) open.push({ bracket: label, missing, offset: start });
      else if (label === open.at(-1)?.missing) open.pop();
      else if (Object.values(closing).includes(label)) return undefined;
    }
  } catch {
    return undefined; // Such as a string that does not end.
  }
  return open.at(-1);
}
