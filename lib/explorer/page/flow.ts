import type { MatrixName } from "../../display/symbols.ts";
import { PIXELS } from "../../matrix/mnist.ts";
import { equations } from "../../step/equations.ts";
import { bands } from "../bands.ts";
import type { Model } from "../model.ts";
import { h, svg } from "./dom.ts";
import { type Mark, MatrixView, type PointerListener } from "./matrix_view.ts";
import type { Theme } from "./theme.ts";

const columnGap = 18;
const groupGap = 5;

/** All matrices of a training step, in the order in which the numbers flow. */
export class Flow {
  readonly element: HTMLElement;
  readonly views: MatrixView[] = [];
  readonly #boxes = new Map<MatrixName, HTMLElement>();
  readonly #arrows = svg("svg", { class: "arrows", "aria-hidden": "true" });

  constructor(listener: PointerListener) {
    this.element = h("div", { class: "flow", role: "group", "aria-label": "All matrices" });
    bands.forEach(({ name, groups }, band) => {
      this.element.append(
        h("div", { class: "band", style: `grid-row:${band === 0 ? 1 : band + 2}` }, name),
      );
      for (const { column, matrices } of groups) {
        const group = h("div", {
          class: "group",
          style: `grid-row:${band + 2};grid-column:${column}`,
        });
        for (const matrix of matrices) {
          const view = new MatrixView(matrix, {}, listener);
          const name = h("button", {
            class: "name",
            tabindex: -1,
            onclick: () => listener.open(matrix),
          }, matrix);
          const box = h("div", { class: "box" }, name, view.canvas);
          this.views.push(view);
          this.#boxes.set(matrix, box);
          group.append(box);
        }
        this.element.append(group);
      }
    });
    this.element.append(this.#arrows);
  }

  /** Draws all of it into a page of the given width. */
  show(model: Model, width: number, theme: Theme): void {
    const { matrices, image, equation, number } = model;
    const narrow = width < 620;
    this.element.classList.toggle("narrow", narrow);
    const size = cellSize(model, narrow ? 620 : width);
    for (const view of this.views) {
      const A = matrices[view.name];
      const tall = MatrixView.extent(A).height;
      // Pictures of 28 x 28 become as tall as ten cells of the others.
      const cells = view.name === "X" || A.cols === PIXELS ? Math.min(10, A.rows) : tall;
      view.show(A, image, size * cells / tall, theme, `${view.name}, ${A.rows} by ${A.cols}`);
      const box = this.#boxes.get(view.name)!;
      const at = equations.find(({ result }) => result === view.name)?.number ?? 0;
      box.classList.toggle("later", model.isLater(view.name));
      box.classList.toggle("now", at === number);
      box.classList.toggle("input", equation.inputs[view.name] !== undefined);
    }
    this.#drawArrows(model, narrow);
  }

  /** Frames cells in all matrices. */
  mark(marks: Mark[]): void {
    for (const view of this.views) view.mark(marks);
  }

  /** From every input of the equation to its result. */
  #drawArrows({ equation }: Model, narrow: boolean): void {
    this.#arrows.replaceChildren();
    if (narrow) return;
    const frame = this.element.getBoundingClientRect();
    const boxOf = (name: MatrixName) => {
      const box = this.#boxes.get(name)!.lastElementChild!.getBoundingClientRect();
      const [left, top] = [box.left - frame.left, box.top - frame.top];
      return { left, top, right: left + box.width, bottom: top + box.height };
    };
    const to = boxOf(equation.result);
    for (const input of Object.keys(equation.inputs) as MatrixName[]) {
      const { line, head } = arrow(boxOf(input), to);
      this.#arrows.append(svg("path", { d: line }), svg("path", { d: head, class: "head" }));
    }
  }
}

interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A line with right angles from one box to another, through the free room below or beside them. */
function arrow(from: Sides, to: Sides): { line: string; head: string } {
  const [x1, x2] = [(from.left + from.right) / 2, (to.left + to.right) / 2];
  const head = (x: number, y: number, dx: number, dy: number) =>
    `M${x} ${y}l${-4 * dy - 6 * dx} ${-4 * dx - 6 * dy}l${8 * dy} ${8 * dx}Z`;
  if (from.bottom >= to.top) {
    // Side by side: under both.
    const down = Math.max(from.bottom, to.bottom) + 10;
    return {
      line: `M${x1} ${from.bottom + 1}V${down}H${x2}V${to.bottom + 7}`,
      head: head(x2, to.bottom + 2, 0, -1),
    };
  }
  const tall = to.bottom - to.top;
  if (to.top - from.bottom > tall) {
    // Two bands below: past what stands between, on the left.
    const [y1, y2] = [(from.top + from.bottom) / 2, (to.top + to.bottom) / 2];
    const beside = Math.min(from.left, to.left) - 8;
    return {
      line: `M${from.left - 1} ${y1}H${beside}V${y2}H${to.left - 5}`,
      head: head(to.left - 1, y2, 1, 0),
    };
  }
  const level = from.bottom + 10;
  return {
    line: `M${x1} ${from.bottom + 1}V${level}H${x2}V${to.top - 24}`,
    head: head(x2, to.top - 19, 0, 1),
  };
}

/** What else has to stay in sight on a screen: the controls, the formula, the numbers, the page's own. */
const besideFlow = 530;

/** The side of a cell for which the first band fills the width, and the three bands fit the screen. */
function cellSize(model: Model, width: number): number {
  const { X, Z1, W1, W2, Y } = model.matrices;
  const tall = Math.min(10, W1.rows);
  const pictures = MatrixView.extent(W1);
  const cells = Math.min(10, X.rows) + tall * pictures.width / pictures.height + 1 + 2 * Z1.cols +
    W2.cols + 1 + 3 * Y.cols;
  const gaps = 7 * columnGap + 2 * groupGap + 12;
  const most = Math.min(16, Math.max(8, (screen.height - besideFlow) / (3 * tall)));
  return Math.max(4, Math.min(most, Math.floor((width - gaps) / cells * 4) / 4));
}
