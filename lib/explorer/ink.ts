/** A place on the pad: from 0 to 1, from the left and from the top. */
export interface Point {
  x: number;
  y: number;
}

/** What the pen draws between touching the pad and leaving it. */
export type Stroke = Point[];

/** The side of the fine grid that strokes are painted on. */
export const inkSide = 200;

/** Half the width of the pen, as a share of the pad's side. */
export const penRadius = 0.04;

/**
 * Paints strokes on a fine grid: 1 under the pen, 0 beside it, and something between on the edge of a
 * line. The same strokes give the same ink in every browser.
 *
 * @returns 200 x 200 numbers, row after row
 */
export function paintStrokes(strokes: readonly Stroke[]): Float64Array {
  const ink = new Float64Array(inkSide * inkSide);
  for (const stroke of strokes) {
    // A touch without a move is a dot.
    const points = stroke.length === 1 ? [stroke[0], stroke[0]] : stroke;
    for (let k = 1; k < points.length; k++) paintLine(ink, points[k - 1], points[k]);
  }
  return ink;
}

function paintLine(ink: Float64Array, from: Point, to: Point): void {
  const radius = penRadius * inkSide;
  const [ax, ay, bx, by] = [from.x, from.y, to.x, to.y].map((share) => share * inkSide);
  const first = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - radius - 1));
  const last = (a: number, b: number) =>
    Math.min(inkSide - 1, Math.ceil(Math.max(a, b) + radius + 1));
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  for (let row = first(ay, by); row <= last(ay, by); row++) {
    for (let col = first(ax, bx); col <= last(ax, bx); col++) {
      const [px, py] = [col + 0.5 - ax, row + 0.5 - ay];
      // The place on the line that is nearest to the middle of the cell.
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const dark = Math.min(1, Math.max(0, radius + 0.5 - distance));
      const cell = row * inkSide + col;
      if (dark > ink[cell]) ink[cell] = dark;
    }
  }
}
