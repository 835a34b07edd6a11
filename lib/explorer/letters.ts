/** The letters of the matrices' names, 5 x 7 dots each, for pictures that are painted without a browser. */
const letters: Record<string, string> = {
  A: "01110 10001 10001 11111 10001 10001 10001",
  W: "10001 10001 10001 10101 10101 11011 10001",
  X: "10001 10001 01010 00100 01010 10001 10001",
  Y: "10001 10001 01010 00100 00100 00100 00100",
  Z: "11111 00001 00010 00100 01000 10000 11111",
  b: "10000 10000 11110 10001 10001 10001 11110",
  d: "00001 00001 01111 10001 10001 10001 01111",
  e: "00000 00000 01110 10001 11111 10000 01110",
  n: "00000 00000 10110 11001 10001 10001 10001",
  w: "00000 00000 10001 10001 10101 10101 01010",
  1: "00100 01100 00100 00100 00100 00100 01110",
  2: "01110 10001 00001 00110 01000 10000 11111",
};

/** The dots of a word, six to a letter across. */
export function dots(word: string): { x: number; y: number }[] {
  return [...word].flatMap((letter, k) =>
    (letters[letter] ?? "").split(" ").flatMap((row, y) =>
      [...row].flatMap((dot, x) => dot === "1" ? [{ x: k * 6 + x, y }] : [])
    )
  );
}
