/**
 * The pictures of the playground: what training has added to W1, and the mistakes of the moment.
 *
 * @module
 */
import { SIDE } from "../../../lib/matrix/mnist.ts";
import type { Matrix } from "../../../lib/matrix/matrix.ts";
import { colorOf, type ColorScale } from "../../../lib/matrix/colors.ts";
import { themeOf } from "../../../lib/explorer/page/theme.ts";
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

/** W1 minus the W1 that training began with, one picture for each hidden unit. */
export function drawAdded(place: HTMLElement, W1: Matrix, first: Float64Array): void {
  const theme = themeOf(place);
  const values = W1.values;
  let most = 1e-9;
  for (let k = 0; k < values.length; k++) {
    most = Math.max(most, Math.abs(values[k] - first[k]));
  }
  canvases(place, W1.rows).forEach((canvas, unit) => {
    paint(canvas, theme.signed, (p) => {
      const k = p * W1.rows + unit;
      return ((values[k] - first[k]) / most + 1) / 2;
    });
    canvas.setAttribute("aria-label", `What training has added to hidden unit ${unit}`);
  });
}

/** Images that are wrong now, each with its label and the network's answer. */
export function drawMistakes(place: HTMLElement, mistakes: readonly PlaygroundMistake[]): void {
  const theme = themeOf(place);
  canvases(place, mistakes.length).forEach((canvas, k) => {
    const { label, predicted, pixels } = mistakes[k];
    paint(canvas, theme.pixels, (p) => pixels[p] / 255);
    canvas.setAttribute("aria-label", `The digit ${label}, read as ${predicted}`);
    canvas.nextElementSibling!.textContent = `${label} → ${predicted}`;
  });
}

function paint(
  canvas: HTMLCanvasElement,
  scale: ColorScale,
  shareAt: (p: number) => number,
): void {
  const colors = tableOf(scale);
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(SIDE, SIDE);
  const pixels = new Uint32Array(image.data.buffer);
  for (let p = 0; p < SIDE * SIDE; p++) pixels[p] = colors[Math.round(shareAt(p) * 255)];
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
