/**
 * The pictures of the playground: what training has added to W1, and the mistakes of the moment.
 *
 * @module
 */
import { PIXELS, SIDE } from "../../../lib/matrix/mnist.ts";
import { colorOf, type ColorScale } from "../../../lib/matrix/colors.ts";
import type { Theme } from "../../../lib/explorer/page/theme.ts";
import type { PlaygroundMistake } from "../messages.ts";

/** As many canvases in a place as there are pictures. */
function canvases(place: HTMLElement, count: number): HTMLCanvasElement[] {
  while (place.children.length > count) place.lastElementChild!.remove();
  while (place.children.length < count) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIDE;
    canvas.setAttribute("role", "img");
    const figure = document.createElement("div");
    figure.append(canvas, document.createElement("span"));
    place.append(figure);
  }
  return [...place.querySelectorAll("canvas")];
}

/** What training has added to W1, one picture for each hidden unit. */
export function drawAdded(place: HTMLElement, added: Uint8Array, theme: Theme): void {
  canvases(place, added.length / PIXELS).forEach((canvas, unit) => {
    paint(canvas, theme.signed, added.subarray(unit * PIXELS));
    describe(canvas, `What training has added to hidden unit ${unit}`);
  });
}

/** Images that are wrong now, each with its label and the network's answer. */
export function drawMistakes(
  place: HTMLElement,
  mistakes: readonly PlaygroundMistake[],
  theme: Theme,
): void {
  canvases(place, mistakes.length).forEach((canvas, k) => {
    const { label, predicted, pixels } = mistakes[k];
    paint(canvas, theme.pixels, pixels);
    describe(canvas, `The digit ${label}, read as ${predicted}`);
    canvas.nextElementSibling!.textContent = `${label} → ${predicted}`;
  });
}

/** Words for a screen reader, which hears of it if they are set again. */
function describe(canvas: HTMLCanvasElement, words: string): void {
  if (canvas.ariaLabel !== words) canvas.ariaLabel = words;
}

/** An image, a byte a pixel, in the colors of a scale. */
function paint(canvas: HTMLCanvasElement, scale: ColorScale, bytes: Uint8Array): void {
  const colors = tableOf(scale);
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(SIDE, SIDE);
  const pixels = new Uint32Array(image.data.buffer);
  for (let p = 0; p < PIXELS; p++) pixels[p] = colors[bytes[p]];
  context.putImageData(image, 0, 0);
}

const tables = new Map<ColorScale, Uint32Array>();

/** A scale in 256 colors, since ten pictures sixty times a second are half a million pixels. */
function tableOf(scale: ColorScale): Uint32Array {
  let table = tables.get(scale);
  if (!table) {
    const bytes = new Uint8Array(4 * 256);
    for (let k = 0; k < 256; k++) {
      bytes.set([...colorOf(k, { scale, low: 0, high: 255 }), 255], 4 * k);
    }
    tables.set(scale, table = new Uint32Array(bytes.buffer));
  }
  return table;
}
