import { encode } from "fast-png";
import type { Rgb } from "../matrix/colors.ts";

/** A picture that is painted pixel by pixel, without a browser. */
export class Raster {
  readonly #rgb: Uint8Array;

  /** @param paper the color of what is not painted, from 0 (black) to 255 (white) */
  constructor(readonly width: number, readonly height: number, paper: number) {
    this.#rgb = new Uint8Array(width * height * 3).fill(paper);
  }

  /** Fills a rectangle, as far as it lies in the picture. */
  fill(x: number, y: number, width: number, height: number, color: Rgb): void {
    const right = Math.min(this.width, Math.round(x + width));
    const bottom = Math.min(this.height, Math.round(y + height));
    for (let v = Math.max(0, Math.round(y)); v < bottom; v++) {
      for (let u = Math.max(0, Math.round(x)); u < right; u++) {
        this.#rgb.set(color, (v * this.width + u) * 3);
      }
    }
  }

  /** The picture as a PNG file in base64. */
  toPng(): string {
    const { width, height } = this;
    const data = this.#rgb;
    return encode({ width, height, data, channels: 3 }, { zlib: { level: 9 } }).toBase64();
  }

  /** The picture as an address that can stand in any page. */
  get src(): string {
    return `data:image/png;base64,${this.toPng()}`;
  }
}
