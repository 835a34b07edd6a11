import type { Matrix } from "../matrix/matrix.ts";
import type { MatrixName } from "../step/equations.ts";
import { layoutOf } from "../display/layout.ts";
import { png } from "../display/png.ts";
import { colorOf, shadingOf } from "../display/shade.ts";
import { dots } from "./letters.ts";

/** A picture that is painted without a browser: white paper, matrices, and their names. */
export class Painting {
  readonly #rgb: Uint8Array;

  constructor(readonly width: number, readonly height: number) {
    this.#rgb = new Uint8Array(width * height * 3).fill(255);
  }

  /** Fills a rectangle. */
  fill(x: number, y: number, width: number, height: number, color: readonly number[]): void {
    for (let v = Math.round(y); v < Math.round(y + height); v++) {
      for (let u = Math.round(x); u < Math.round(x + width); u++) {
        if (u >= 0 && u < this.width && v >= 0 && v < this.height) {
          this.#rgb.set(color, (v * this.width + u) * 3);
        }
      }
    }
  }

  /** Writes a matrix's name, 14 pixels tall. */
  write(word: string, x: number, y: number): void {
    for (const dot of dots(word)) this.fill(x + dot.x * 1.5, y + dot.y * 2, 1.5, 2, [70, 70, 70]);
  }

  /** Paints a matrix in cells of the given size. Few colours, so that the file stays small. */
  matrix(name: MatrixName, A: Matrix, image: number, x: number, y: number, size: number): void {
    const layout = layoutOf(A, image);
    const shading = shadingOf(name, A);
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

  /** The picture as a PNG file. */
  toPng(): Uint8Array {
    return png(this.width, this.height, this.#rgb);
  }
}
