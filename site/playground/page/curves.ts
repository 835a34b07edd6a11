/**
 * The curves of the loss and the accuracy, drawn again with every frame.
 *
 * @module
 */

/** Maximum number of points that a curve keeps: then every other one goes, as far as the eye can tell. */
const most = 1000;

/** The curves of one training. */
export class Curves {
  #losses: number[] = [];
  #accuracies: number[] = [];
  /** How many updates one point stands for. */
  #step = 1;
  #updates = 0;

  /** @param canvas where they are drawn */
  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** Begins anew. */
  clear(): void {
    this.#losses = [];
    this.#accuracies = [];
    this.#step = 1;
    this.#updates = 0;
  }

  /** Adds the updates since the last frame. */
  add(losses: readonly number[], accuracies: readonly number[]): void {
    losses.forEach((loss, k) => {
      if (this.#updates++ % this.#step !== 0) return;
      this.#losses.push(loss);
      this.#accuracies.push(accuracies[k]);
      if (this.#losses.length <= most) return;
      this.#losses = this.#losses.filter((_, n) => n % 2 === 0);
      this.#accuracies = this.#accuracies.filter((_, n) => n % 2 === 0);
      this.#step *= 2;
    });
  }

  /** Draws them in the colors of the page. */
  draw(): void {
    const { canvas } = this;
    const ratio = globalThis.devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const style = getComputedStyle(canvas);
    const [ink, line] = [style.color, style.getPropertyValue("--line")];
    const place = { left: 34, right: width - 40, top: 12, bottom: height - 20 };
    const high = Math.max(2.4, ...this.#losses.filter(Number.isFinite));
    const top = Math.ceil(high);

    context.font = "12px system-ui, sans-serif";
    context.strokeStyle = line;
    context.fillStyle = ink;
    // A browser without a graphics card takes ten times as long for a line that is wider.
    context.lineWidth = 1;
    for (let k = 0; k <= 4; k++) {
      const y = place.bottom - (k / 4) * (place.bottom - place.top);
      context.beginPath();
      context.moveTo(place.left, y);
      context.lineTo(place.right, y);
      context.stroke();
      context.textAlign = "right";
      context.fillText(`${(top * k) / 4}`, place.left - 5, y + 4);
      context.textAlign = "left";
      context.fillText(`${k * 25}%`, place.right + 5, y + 4);
    }
    context.textAlign = "center";
    // The first point is the network before its first update.
    const last = Math.max(1, this.#updates - 1);
    context.fillText(
      `${last.toLocaleString("en")} updates`,
      (place.left + place.right) / 2,
      height - 4,
    );

    const curve = (values: readonly number[], most: number, color: string) => {
      context.strokeStyle = color;
      context.beginPath();
      values.forEach((value, k) => {
        const x = place.left + ((k * this.#step) / last) * (place.right - place.left);
        const y = place.bottom - (value / most) * (place.bottom - place.top);
        if (k === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      context.stroke();
    };
    curve(this.#accuracies, 1, style.getPropertyValue("--below"));
    curve(this.#losses, top, style.getPropertyValue("--above"));
  }
}
