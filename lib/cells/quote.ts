const escapes: Record<string, string> = {
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

/** A string in quotation marks: double ones, or the first of `"`, `'` and `` ` `` that is not in it. */
export function quote(text: string): string {
  const mark = ['"', "'", "`"].find((mark) => !text.includes(mark)) ?? '"';
  const escaped = text
    .replaceAll(new RegExp(`[${mark}\\\\]`, "g"), "\\$&")
    .replaceAll(/[\b\f\n\r\t\v]/g, (character) => escapes[character])
    // deno-lint-ignore no-control-regex
    .replaceAll(/[\x00-\x1f\x7f-\x9f]/g, hexadecimal);
  return `${mark}${escaped}${mark}`;
}

/** A symbol as code, its name in quotation marks if it is not a plain word. */
export function symbolText(symbol: symbol): string {
  const { description } = symbol;
  if (description === undefined || /^[a-zA-Z_][a-zA-Z_.0-9]*$/.test(description)) {
    return String(symbol);
  }
  return `Symbol(${quote(description)})`;
}

function hexadecimal(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
