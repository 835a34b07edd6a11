import { aDigit } from "../../display/numbers.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { colorOf } from "../../matrix/colors.ts";
import { PIXELS, SIDE } from "../../matrix/mnist.ts";
import { h } from "./dom.ts";
import type { Theme } from "./theme.ts";

/** The digits as small pictures, of which one is chosen. */
export function imageChoice(
  labels: readonly number[],
  choose: (image: number) => void,
): { element: HTMLElement; show(X: Matrix, image: number, theme: Theme): void } {
  const pictures = labels.map(() => h("canvas", { width: SIDE, height: SIDE }));
  const buttons = labels.map((label, image) =>
    h(
      "button",
      {
        class: "image",
        "aria-label": `Image ${image}, ${aDigit(label)}`,
        onclick: () => choose(image),
      },
      pictures[image],
    )
  );
  const element = h("div", { class: "images", role: "group", "aria-label": "Image" }, ...buttons);
  return {
    element,
    show(X, image, theme) {
      buttons.forEach((button, k) => button.setAttribute("aria-pressed", String(k === image)));
      pictures.forEach((picture, k) => paintImage(picture, (pixel) => X.get(pixel, k), theme));
    },
  };
}

/** Paints 784 pixels, 0 (paper) to 1 (ink), on a canvas of 28 x 28. */
export function paintImage(
  canvas: HTMLCanvasElement,
  pixel: (place: number) => number,
  theme: Theme,
): void {
  const context = canvas.getContext("2d")!;
  const data = context.createImageData(SIDE, SIDE);
  const shading = { scale: theme.pixels, low: 0, high: 1 };
  for (let p = 0; p < PIXELS; p++) data.data.set([...colorOf(pixel(p), shading), 255], p * 4);
  context.putImageData(data, 0, 0);
}
