import { numberText } from "../../display/numbers.ts";
import {
  arrows,
  boxes,
  graphWords,
  isComputed,
  type Name,
} from "../../figures/matrix_graph_plan.ts";
import type { Model } from "../model.ts";
import { type Path, pathNumbers, pathOf } from "../path.ts";
import { h, svg } from "./dom.ts";

const size = { width: 940, height: 400 };
const box = { width: 88, height: 44 };
const place = (name: Name) => ({
  x: 56 + boxes[name].x * 165,
  y: 372 - boxes[name].y * 86,
});
const isBack = (name: Name) => name.startsWith("d");

/**
 * The step as a computational graph, with the numbers of one path: one pixel, one hidden unit, one
 * digit. It is filled as far as the equation that is shown.
 */
export class GraphView {
  readonly element: HTMLElement = h("div", {
    class: "graph",
    tabindex: 0,
    role: "group",
    "aria-label": "The step as a graph",
  });

  /** @param open is called with the equation of a box that was clicked */
  constructor(private readonly open: (equation: number) => void) {}

  show(model: Model): void {
    const path = pathOf(model);
    const numbers = pathNumbers(model, path);
    const last = model.number;
    const parts = [
      ...arrows.map(([from, to, what]) => arrow(from, to, what, last)),
      arrow("A2", "dZ2", "A2 − Y", last),
      ...(Object.keys(boxes) as Name[]).map((name) => this.#box(name, numbers, model)),
    ];
    const { image, words } = this.#words(model, path, numbers);
    this.element.replaceChildren(
      h("div", { class: "words" }, words),
      svg("svg", {
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: "img",
        "aria-label": image,
      }, ...parts),
    );
  }

  #box(name: Name, numbers: ReturnType<typeof pathNumbers>, model: Model): SVGElement {
    const { x, y } = place(name);
    const { equation } = boxes[name];
    const isKnown = isComputed(name, model.number);
    const isNow = equation === model.number || `new ${name}` === model.equation.result;
    const classes = [
      "node",
      isKnown ? "" : "later",
      isBack(name) ? "back" : "",
      isNow ? "now" : "",
    ];
    const { value } = numbers[name];
    const node = svg(
      "g",
      { class: classes.filter(Boolean).join(" "), transform: `translate(${x} ${y})` },
      svg("rect", {
        x: -box.width / 2,
        y: -box.height / 2,
        width: box.width,
        height: box.height,
        rx: 6,
      }),
      svg("text", { y: -4, class: "place" }, isKnown ? numbers[name].place : name),
      svg("text", { y: 15, class: "value" }, isKnown ? numberText(value, 3) : "?"),
    );
    if (equation > 0) node.addEventListener("click", () => this.open(equation));
    return node;
  }

  #words(
    model: Model,
    { inputs, hidden, classes, images }: Path,
    numbers: ReturnType<typeof pathNumbers>,
  ) {
    const words = `One path through the network: pixel ${inputs}, hidden unit ${hidden}, ` +
      `digit ${classes}, for image ${images}. Point at a cell of a matrix to choose another.`;
    const known = (Object.keys(boxes) as Name[]).filter((name) => isComputed(name, model.number));
    const values = known.map((name) =>
      `${numbers[name].place} is ${numberText(numbers[name].value, 4)}`
    );
    return { words, image: `${graphWords(model.number)} ${values.join(". ")}.` };
  }
}

/** A straight arrow between the edges of two boxes, with what happens on the way beside it. */
function arrow(from: Name, to: Name, what: string, last: number): SVGElement {
  const [a, b] = [place(from), place(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  // From the centre to the edge of a box, in the direction of the arrow.
  const edge = Math.min(
    box.width / 2 / Math.max(Math.abs(ux), 1e-9),
    box.height / 2 / Math.max(Math.abs(uy), 1e-9),
  );
  const [x1, y1] = [a.x + ux * edge, a.y + uy * edge];
  const [x2, y2] = [b.x - ux * (edge + 3), b.y - uy * (edge + 3)];
  const head = `M${x2} ${y2}l${-8 * ux - 4 * uy} ${-8 * uy + 4 * ux}l${8 * uy} ${-8 * ux}Z`;
  const classes = ["edge", isComputed(to, last) ? "" : "later", isBack(to) ? "back" : ""];
  const isLevel = Math.abs(dy) < 1;
  const label = isLevel ? { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 7, "text-anchor": "middle" } : {
    x: (x1 + x2) / 2 + (dx < 0 ? -9 : 9),
    y: (y1 + y2) / 2 + 4,
    "text-anchor": dx < 0 ? "end" : "start",
  };
  return svg(
    "g",
    { class: classes.filter(Boolean).join(" ") },
    svg("path", { d: `M${x1} ${y1}L${x2 - 6 * ux} ${y2 - 6 * uy}` }),
    svg("path", { class: "head", d: head }),
    ...(what ? [svg("text", label, what)] : []),
  );
}
