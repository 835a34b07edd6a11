/** A point of the curve: after so many iterations, so high a loss. */
export interface Point {
  iteration: number;
  loss: number;
}

/** Maximum number of points of the small curve, so that each redrawing is cheap. */
const mostPoints = 100;

/**
 * Keeps the points of a small loss curve while a training runs. Which ones depends on the number of
 * iterations alone, never on time, so the same training ends with the same curve.
 */
export class LossCurve {
  /** The points kept so far. */
  readonly points: Point[] = [];
  #last?: Point;

  /** @param iterations how many the training will have */
  constructor(readonly iterations: number) {}

  /** Takes one more report; one of an iteration that is there already changes nothing. */
  add({ iteration, loss }: Point): void {
    if (!Number.isFinite(loss) || iteration === this.#last?.iteration) return;
    this.#last = { iteration, loss };
    if (iteration % Math.ceil(this.iterations / mostPoints) === 0) this.points.push(this.#last);
  }

  /** The kept points, and the one reached last. */
  drawn(): Point[] {
    const { points } = this;
    return !this.#last || this.#last === points.at(-1) ? points : [...points, this.#last];
  }

  /** The upper end of the curve, whose lower end is 0: the largest loss that is drawn. */
  top(): number {
    return Math.max(0, ...this.drawn().map(({ loss }) => loss));
  }
}

const width = 640;
const height = 72;
/** Room for half a line's width. */
const edge = 3;

/**
 * The curve as an SVG that fills the width of what it stands in; iteration 0 is at its left end,
 * the last one at its right end. It holds no text: a notebook that has not been run or trusted drops
 * SVG, and text would be left over without its picture.
 */
export function curveSvg(curve: LossCurve): string {
  const points = curve.drawn();
  if (points.length === 0 || curve.iterations === 0) return "";
  const top = curve.top() || 1;
  const x = ({ iteration }: Point) => short(width * iteration / curve.iterations);
  const y = ({ loss }: Point) => short(edge + (height - 2 * edge) * (1 - loss / top));
  const line = points.map((point) => `${x(point)},${y(point)}`).join("L");
  const [first, last] = [points[0], points[points.length - 1]];
  const alt = `Loss curve: from ${first.loss.toFixed(4)} at iteration ${first.iteration}` +
    ` to ${last.loss.toFixed(4)} at iteration ${last.iteration}`;
  return `<svg role="img" aria-label="${alt}" viewBox="0 0 ${width} ${height}"` +
    ` preserveAspectRatio="none" style="display: block; width: 100%; height: ${height}px;` +
    ` overflow: visible"` +
    ` fill="none" stroke="var(--jp-brand-color1, #1976d2)" stroke-linejoin="round"` +
    ` stroke-linecap="round">` +
    `<path d="M${x(first)},${height}L${line}L${x(last)},${height}Z" stroke="none"` +
    ` fill="var(--jp-brand-color1, #1976d2)" fill-opacity="0.15"/>` +
    `<path d="M${line}" stroke-width="2" vector-effect="non-scaling-stroke"/>` +
    // A line without length and with round ends is a dot that stays round at every width.
    `<path d="M${x(last)},${y(last)}h0" stroke-width="7" vector-effect="non-scaling-stroke"/>` +
    `</svg>`;
}

/** One decimal is finer than the eye. */
function short(number: number): number {
  return Math.round(number * 10) / 10;
}
