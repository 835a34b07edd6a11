import { tokens } from "../../step/equations.ts";
import type { Model } from "../model.ts";
import { h } from "./dom.ts";

/** The formula with the shapes under its matrices, its words and its line of TypeScript. */
export function equationBar(model: Model): HTMLElement {
  const { equation, matrices } = model;
  const pieces = tokens(equation).map(({ text, matrix, transposed }, k) => {
    if (!matrix) return h("span", { class: "sign" }, text);
    const { rows, cols } = matrices[matrix];
    const shape = transposed ? `${cols} × ${rows}` : `${rows} × ${cols}`;
    return h(
      "span",
      { class: k === 0 ? "symbol now" : "symbol", "data-symbol": matrix },
      h("b", {}, text),
      h("small", {}, shape),
    );
  });
  return h(
    "div",
    { class: "equation" },
    h("div", { class: "formula" }, ...pieces),
    h("div", { class: "words" }, equation.words),
    h("code", {}, equation.code),
  );
}
