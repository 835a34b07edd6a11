/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text.normalize("NFC")) {
    const code = character.codePointAt(0)!;
    width += isWide(code) ? 2 : isInvisible(code) ? 0 : 1;
  }
  return width;
}

/** The characters of East Asian scripts, and pictographs. */
function isWide(code: number): boolean {
  return within(code, [
    [0x1100, 0x115f],
    [0x2329, 0x232a],
    [0x2e80, 0x303e],
    [0x3040, 0x3247],
    [0x3250, 0x4dbf],
    [0x4e00, 0xa4c6],
    [0xa960, 0xa97c],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe10, 0xfe19],
    [0xfe30, 0xfe6b],
    [0xff01, 0xff60],
    [0xffe0, 0xffe6],
    [0x1b000, 0x1b001],
    [0x1f200, 0x1f251],
    [0x1f300, 0x1f64f],
    [0x20000, 0x3fffd],
  ]);
}

/** Control characters, and marks that stand over the character before. */
function isInvisible(code: number): boolean {
  return within(code, [
    [0, 0x1f],
    [0x7f, 0x9f],
    [0x300, 0x36f],
    [0x200b, 0x200f],
    [0x20d0, 0x20ff],
    [0xfe00, 0xfe0f],
    [0xfe20, 0xfe2f],
    [0xe0100, 0xe01ef],
  ]);
}

function within(code: number, ranges: [number, number][]): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last);
}
