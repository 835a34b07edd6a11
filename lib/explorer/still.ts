import { layoutOf } from "../display/layout.ts";
import { PIXELS } from "../matrix/mnist.ts";
import type { StepMatrices } from "../step/training_step.ts";
import { bands } from "./bands.ts";
import { Painting } from "./painting.ts";

const cell = 10;
const gap = 26;
const groupGap = 12;
const nameHeight = 20;

/**
 * All matrices of a training step as one picture, in the order of the explorer's flow: it stands in the
 * notebook until the script runs.
 */
export function stillPicture(matrices: StepMatrices, image: number): Painting {
  const tall = cell * Math.min(10, matrices.W1.rows);
  const size = (name: keyof StepMatrices) => {
    const { width, height } = layoutOf(matrices[name], image);
    const isPicture = matrices[name].cols === PIXELS || name === "X";
    const one = isPicture ? tall / height : cell;
    return { one, width: Math.round(width * one), height: Math.round(height * one) };
  };
  const groupWidth = (names: (keyof StepMatrices)[]) =>
    names.reduce((sum, name) => sum + size(name).width, (names.length - 1) * groupGap);
  const lefts: number[] = [];
  let right = gap;
  for (const { column, matrices: names } of bands[0].groups) {
    lefts[column] = right;
    right += groupWidth(names) + gap;
  }
  const heights = bands.map(({ groups }) =>
    Math.max(...groups.flatMap((group) => group.matrices.map((name) => size(name).height)))
  );
  const height = heights.reduce((sum, band) => sum + nameHeight + band + gap, gap);
  const painting = new Painting(right, height);
  let top = gap;
  bands.forEach(({ groups }, band) => {
    for (const { column, matrices: names } of groups) {
      let left = lefts[column];
      for (const name of names) {
        const { one, width } = size(name);
        painting.write(name, left, top);
        painting.matrix(name, matrices[name], image, left, top + nameHeight, one);
        left += width + groupGap;
      }
    }
    top += nameHeight + heights[band] + gap;
  });
  return painting;
}
