import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireTexts } from "../arguments/require.ts";
import { escape } from "../display/displayable.ts";
import { oranges } from "../display/colors.ts";
import { Raster } from "../display/raster.ts";
import { LossSlice, type SlicePlace, walkColors } from "../figures/loss_slice.ts";
import { host } from "../host/host.ts";
import { colorOf } from "../matrix/colors.ts";
import type { Parameters } from "../network/parameters.ts";
import type { TrainingProgress } from "../training/history.ts";

/** The time between two drawings. */
const milliseconds = 200;
/** The most places of a walk that are kept. */
const mostPlaces = 60;
const width = 480;
const height = 320;

/**
 * Records how a training walks over a slice of the loss. In a notebook the walk is drawn while the training
 * runs; `slice.figure()` shows it afterwards, with the other walks over the same slice.
 *
 * @param slice what {@linkcode lossSlice} made
 * @param name what the walk is called
 * @returns what `train` takes as `onProgress`
 *
 * @example
 * ```ts
 * import { initParameters, lossSlice, Matrix, sliceWalk, train } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
 * const slice = lossSlice(digits, [1, 2, 3].map((seed) => initParameters({ seed })));
 * await train(digits, { iterations: 4, seed: 1, onProgress: sliceWalk(slice, "plain") });
 * assertEquals(slice.walks.plain.length, 5);
 * ```
 */
export function sliceWalk(
  slice: LossSlice,
  name: string,
): (progress: TrainingProgress, parameters: Parameters) => void {
  if (!(slice instanceof LossSlice)) {
    throw new ArgumentError(
      `sliceWalk expected what lossSlice made, but found ${found(slice)}.`,
    );
  }
  requireTexts("sliceWalk", { name });
  let next = 0;
  let draw: ReturnType<typeof drawing>;
  return (progress, parameters) => {
    const { iteration, iterations, loss, stopped } = progress;
    const ended = iteration >= iterations || stopped !== undefined;
    if (iteration === 0) {
      slice.walks[name] = [];
      draw = drawing(slice, name);
    }
    if (iteration % Math.ceil(iterations / mostPlaces) !== 0 && !ended) return;
    (slice.walks[name] ??= []).push(slice.place(parameters, loss));
    const now = performance.now();
    if (now < next && !ended) return;
    next = now + milliseconds;
    draw?.(progress);
  };
}

/** Draws the walk in the notebook, in place; undefined outside a notebook. */
function drawing(slice: LossSlice, name: string) {
  const notebook = host().notebook();
  if (!notebook) return undefined;
  const id = crypto.randomUUID();
  const map = mapOf(slice);
  let type = "display_data";
  return ({ iteration, iterations, loss }: TrainingProgress) => {
    const words = `${name}: step ${iteration} of ${iterations}, loss ${loss.toFixed(4)}`;
    notebook.broadcast(type, {
      data: { "text/html": html(slice, name, map, words), "text/plain": words },
      metadata: {},
      transient: { display_id: id },
    });
    type = "update_display_data";
  };
}

/** The losses as a picture, larger ones darker, with the lower end of `y` at the bottom. */
function mapOf({ losses }: LossSlice): string {
  const flat = losses.flat();
  const shading = { scale: oranges, low: Math.min(...flat), high: Math.max(...flat) };
  const raster = new Raster(losses[0].length, losses.length, 255);
  losses.toReversed().forEach((row, y) =>
    row.forEach((loss, x) => raster.fill(x, y, 1, 1, colorOf(loss, shading)))
  );
  return raster.src;
}

/** The map with all walks so far. */
function html(slice: LossSlice, name: string, map: string, words: string): string {
  const { x: [left, right], y: [low, high] } = slice;
  const at = ({ x, y }: SlicePlace) =>
    `${short(width * (x - left) / (right - left))},${short(height * (high - y) / (high - low))}`;
  const walks = Object.values(slice.walks).map((places, k) => {
    const color = walkColors[k % walkColors.length];
    return `<path d="M${places.map(at).join("L")}" stroke="${color}" stroke-width="2.5"/>` +
      `<path d="M${at(places[places.length - 1])}h0" stroke="${color}" stroke-width="9"/>`;
  });
  return `<svg class="glassnet-picture" role="img" aria-label="${
    escape(`The walk of ${name} over the map of the loss`)
  }"` +
    ` viewBox="0 0 ${width} ${height}" style="display: block; width: 100%; max-width: ${width}px"` +
    ` fill="none" stroke-linejoin="round" stroke-linecap="round">` +
    `<image href="${map}" width="${width}" height="${height}" preserveAspectRatio="none"/>` +
    `${walks.join("")}</svg><div>${escape(words)}</div>`;
}

/** One decimal is finer than the eye. */
function short(number: number): number {
  return Math.round(number * 10) / 10;
}
