/**
 * JSON as safetensors' own reader takes it. JSON.parse forgets what decides there: a key that is there
 * twice, and how a number is written.
 */

/** A value: a number keeps its text, an object its entries in their order. */
export type Json =
  | { kind: "object"; entries: [key: string, value: Json][] }
  | { kind: "array"; items: Json[] }
  | { kind: "string"; text: string }
  | { kind: "number"; text: string }
  | { kind: "word"; text: string };

/** As many objects and arrays may be within one another. */
const DEEPEST = 127;

const token =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\]|\\.)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;

/**
 * Reads JSON.
 *
 * @throws {SyntaxError} if it is none
 */
export function strictJson(text: string): Json {
  let at = 0;
  const fail = (): never => {
    throw new SyntaxError(`There is no JSON at ${at}.`);
  };
  const next = (): RegExpExecArray => {
    token.lastIndex = at;
    const found = token.exec(text) ?? fail();
    at = token.lastIndex;
    return found;
  };
  /** Takes what stands between two brackets, parted by commas. */
  const list = (end: string, depth: number, item: (first: RegExpExecArray) => void) => {
    if (depth > DEEPEST) fail();
    let found = next();
    if (found[1] === end) return;
    for (;;) {
      item(found);
      const [, mark] = next();
      if (mark === end) return;
      if (mark !== ",") fail();
      found = next();
    }
  };
  const value = ([, mark, string, number, word]: RegExpExecArray, depth: number): Json => {
    if (string !== undefined) return { kind: "string", text: wellFormed(string) };
    if (word !== undefined) return { kind: "word", text: word };
    if (number !== undefined) {
      if (!Number.isFinite(Number(number))) fail();
      return { kind: "number", text: number };
    }
    if (mark === "[") {
      const items: Json[] = [];
      list("]", depth + 1, (first) => items.push(value(first, depth + 1)));
      return { kind: "array", items };
    }
    if (mark !== "{") fail();
    const entries: [string, Json][] = [];
    list("}", depth + 1, ([, , key]) => {
      if (key === undefined || next()[1] !== ":") fail();
      entries.push([wellFormed(key), value(next(), depth + 1)]);
    });
    return { kind: "object", entries };
  };
  const whole = value(next(), 0);
  if (/[^ \t\n\r]/.test(text.slice(at))) fail();
  return whole;
}

/** The text of a string. JSON.parse refuses a line end in it, but lets half of a pair of units pass. */
function wellFormed(string: string): string {
  const text: string = JSON.parse(string);
  if (!text.isWellFormed()) throw new SyntaxError("Half a letter.");
  return text;
}
