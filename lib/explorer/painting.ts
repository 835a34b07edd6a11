import { shadingOf } from "../display/colors.ts";
import { layoutOf } from "../display/layout.ts";
import { Raster } from "../display/raster.ts";
import { kindOf, type MatrixName } from "../display/symbols.ts";
import { colorOf } from "../matrix/colors.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** A picture that is painted without a browser: white paper, matrices, and their names. */
export class Painting extends Raster {
  constructor(width: number, height: number) {
    super(width, height, 255);
  }

  /** Writes a matrix's name, 14 pixels tall. */
  write(word: string, x: number, y: number): void {
    for (const dot of dots(word)) this.fill(x + dot.x * 1.5, y + dot.y * 2, 1.5, 2, [70, 70, 70]);
  }

  /** Paints a matrix in cells of the given size. Few colors, so that the file stays small. */
  matrix(name: MatrixName, A: Matrix, image: number, x: number, y: number, size: number): void {
    const layout = layoutOf(A, image);
    const shading = shadingOf(A, kindOf(name));
    const { low, high } = shading;
    const thin = size >= 7 ? 1 : 0;
    this.fill(x - 1, y - 1, layout.width * size + 2, layout.height * size + 2, [208, 208, 208]);
    for (let v = 0; v < layout.height; v++) {
      for (let u = 0; u < layout.width; u++) {
        const cell = layout.cellAt(u, v);
        if (!cell) continue;
        const place = (A.get(cell.row, cell.col) - low) / (high - low);
        const color = colorOf(low + Math.round(place * 32) / 32 * (high - low), shading);
        this.fill(x + u * size, y + v * size, size - thin, size - thin, color);
      }
    }
  }
}

/** The letters of the matrices' names, 5 x 7 dots each. */
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
function dots(word: string): { x: number; y: number }[] {
  return [...word].flatMap((letter, k) =>
    (letters[letter] ?? "").split(" ").flatMap((row, y) =>
      [...row].flatMap((dot, x) => dot === "1" ? [{ x: k * 6 + x, y }] : [])
    )
  );
}
