import { subtract } from "../matrix/elementwise.ts";
import { Matrix } from "../matrix/matrix.ts";
import { shadingOf } from "../display/colors.ts";
import { escape } from "../display/displayable.ts";
import { heatPicture } from "../display/heat_picture.ts";
import { numberText } from "../display/numbers.ts";
import { Raster } from "../display/raster.ts";
import { colorOf, type Shading } from "../matrix/colors.ts";
import { compare } from "./compare.ts";
import { partsOf } from "./parts.ts";

/** A student's result in one trial, and what it should be. */
export interface Results {
  found: unknown;
  expected: unknown;
}

/** So many matrices of a result are drawn. */
const mostMatrices = 2;

/** So wide is a picture at most, in pixels: three of them stand side by side. */
const mostWidth = 220;
const mostHeight = 130;

/**
 * The result beside the reference, and where they differ. Both have one scale of colors, so that
 * what is m times too large looks so. Of several matrices those that differ are drawn first.
 */
export function resultPictures({ found, expected }: Results): string {
  if (typeof found === "number") {
    return `<div>yours ${numberText(found, 6)}, the reference ${
      numberText(expected as number, 6)
    }</div>`;
  }
  const all = matricesOf(expected).flatMap(([name, reference]) => {
    const own = matricesOf(found).find(([other]) => other === name)?.[1];
    return own?.shape === reference.shape ? [{ name, own, reference }] : [];
  });
  const differing = all.filter(({ own, reference }) => differ(own, reference));
  const chosen = differing.length > 0 ? differing.slice(0, mostMatrices) : all.slice(-mostMatrices);
  return chosen.map(({ name, own, reference }) => {
    const shading = wider(shadingOf(own), shadingOf(reference));
    const pictures = [
      picture(`yours${name && `, ${name}`}`, own, shading),
      picture("the reference", reference, shading),
    ];
    if (differing.length > 0) {
      const gap = subtract(own, reference);
      const ofGap = shadingOf(gap);
      // Where only NaN differs, what rounding leaves is not worth colors of its own.
      const isRounding = ofGap.high < 1e-12 * shading.high;
      pictures.push(picture("yours - the reference", gap, isRounding ? shading : ofGap));
    }
    return `<div style="display: flex; flex-wrap: wrap; gap: 8px 16px; margin-top: 8px">` +
      pictures.join("") + `</div>`;
  }).join("");
}

/** The matrices of a result, by their names. */
function matricesOf(value: unknown, name = ""): [string, Matrix][] {
  if (value instanceof Matrix) return [[name, value]];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    matricesOf(part, name ? `${name}.${key}` : key)
  );
}

function differ(own: Matrix, reference: Matrix): boolean {
  return compare(partsOf(reference), partsOf(own)).difference !== undefined;
}

function wider(one: Shading, other: Shading): Shading {
  return one.high >= other.high ? one : other;
}

function picture(caption: string, A: Matrix, shading: Shading): string {
  const { src, width, height, alt } = heatPicture(caption, A, { shading });
  const hasNaN = A.values.some((value) => !Number.isFinite(value));
  return `<figure style="margin: 0"><figcaption>${escape(caption)}, ${A.shape}</figcaption>` +
    `<img src="${src}" width="${width}" height="${height}" alt="${escape(alt)}" ` +
    `style="width: auto; height: auto; max-width: ${mostWidth}px; max-height: ${mostHeight}px">` +
    legend(shading) +
    (hasNaN ? `<div style="font-size: 85%">striped: NaN or Infinity</div>` : "") + `</figure>`;
}

/** Which color means which number: a bar between the lowest and the highest. */
function legend(shading: Shading): string {
  const width = 80;
  const bar = new Raster(width, 1, 255);
  for (let x = 0; x < width; x++) {
    const share = x / (width - 1);
    bar.fill(x, 0, 1, 1, colorOf(shading.low + share * (shading.high - shading.low), shading));
  }
  const [low, high] = [shading.low, shading.high].map((number) => numberText(number));
  return `<div style="font-size: 85%; white-space: nowrap">${low} ` +
    `<img src="${bar.src}" width="${width}" height="10" alt="from blue through white at 0 to orange" ` +
    // JupyterLab gives every picture the height that its own sides ask for, here a hair.
    `style="display: inline; width: ${width}px; height: 10px; vertical-align: middle; ` +
    `border: 1px solid #888"> ${high}</div>`;
}
