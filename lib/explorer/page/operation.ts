import { PIXELS } from "../../matrix/mnist.ts";
import { tokens } from "../../step/equations.ts";
import type { Model } from "../model.ts";
import { h } from "./dom.ts";
import { type Mark, MatrixView, type PointerListener } from "./matrix_view.ts";
import type { Theme } from "./theme.ts";

/** The matrices of one equation, large, in the order of the formula. */
export class Operation {
  readonly element = h("div", { class: "operation" });
  #views: MatrixView[] = [];
  #number = 0;
  readonly #listener: PointerListener;

  constructor(listener: PointerListener) {
    this.#listener = listener;
  }

  /**
   * Draws the matrices of the equation into a page of the given width.
   *
   * @param isLarge whether they are to be seen from the back of a room
   */
  show(model: Model, width: number, theme: Theme, isLarge: boolean): void {
    if (this.#number !== model.number) this.#build(model);
    const extents = this.#views.map(({ name, options }) => {
      const A = model.matrices[name];
      const extent = MatrixView.extent(A, options.transposed);
      const best = A.cols === PIXELS ? 2.75 : A.rows === PIXELS ? 5 : 16;
      return { ...extent, best };
    });
    // Smaller, so that all stand in one line, but never so small that a cell can't be pointed at.
    const signs = 45 * this.#views.length;
    const wide = extents.reduce((sum, { width, best }) => sum + width * best, 0);
    const share = Math.min(isLarge ? 2 : 1, Math.max(0.6, (width - signs) / wide));
    const tall = isLarge ? Math.max(300, screen.height * 0.42) : 320;
    this.#views.forEach((view, k) => {
      const A = model.matrices[view.name];
      const most = (width - 8) / extents[k].width;
      const size =
        Math.floor(Math.min(extents[k].best * share, most, tall / extents[k].height) * 8) / 8;
      const label = `${view.name}${view.options.transposed ? " transposed" : ""}, ` +
        `${A.rows} by ${A.cols}. Arrow keys move from cell to cell.`;
      view.show(A, model.image, size, theme, label);
    });
  }

  /** Frames cells in all matrices. */
  mark(marks: Mark[]): void {
    for (const view of this.#views) view.mark(marks);
  }

  #build(model: Model): void {
    this.#number = model.number;
    this.#views = [];
    const pieces = tokens(model.equation).map(({ text, matrix, transposed }) => {
      if (!matrix) return h("span", { class: "sign" }, text.trim());
      // X is drawn as the image that it is, not as 784 rows.
      const turned = transposed === true && model.matrices[matrix].rows !== PIXELS;
      const view = new MatrixView(matrix, { transposed: turned, focusable: true }, this.#listener);
      this.#views.push(view);
      const note = matrix === "X" ? " (one image)" : "";
      return h(
        "span",
        { class: "box" },
        h("span", { class: "name" }, (text === matrix ? matrix : text) + note),
        view.canvas,
      );
    });
    this.element.replaceChildren(...pieces);
  }
}
