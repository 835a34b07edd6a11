import { numberText } from "../../display/numbers.ts";
import type { Cell } from "../../step/cells.ts";
import { inWords } from "../../step/cells.ts";
import { isChangeable, type Model } from "../model.ts";
import { h } from "./dom.ts";

/** How far a weight or a bias can be moved from where it was. */
const reach = 3;

/** How much one press of + or -, or of an arrow key on the slider, changes a number. */
export function smallChange({ matrix }: Cell): number {
  return matrix === "X" ? 1 / 17 : 0.05;
}

/** A slider for the number that is shown, if it is a weight, a bias or a pixel. */
export class NumberEditor {
  readonly element: HTMLElement;
  readonly #label = h("label", { for: "number" });
  readonly #slider: HTMLInputElement;
  readonly #reset: HTMLElement;
  readonly #note = h("span", { class: "note" });
  #cell: Cell | undefined;

  constructor(change: (cell: Cell, value: number) => void, reset: () => void) {
    this.#slider = h("input", {
      type: "range",
      id: "number",
      class: "number",
      oninput: () => this.#cell && change(this.#cell, this.#slider.valueAsNumber),
    });
    this.#reset = h("button", { class: "reset", onclick: reset }, "Undo the changes");
    this.element = h(
      "div",
      { class: "editor" },
      this.#label,
      this.#slider,
      this.#note,
      this.#reset,
    );
  }

  /** Follows the cell that is shown. */
  show(model: Model): void {
    const cell = model.shownCell;
    const given = isChangeable(cell.matrix) && model.when === "before"
      ? model.given(cell)
      : undefined;
    this.#cell = given === undefined ? undefined : cell;
    this.#label.hidden = this.#slider.hidden = given === undefined;
    this.#reset.hidden = !model.isChanged;
    this.#note.textContent = given === undefined && !model.isChanged
      ? "Choose a cell of X, W1, b1, W2 or b2 to change its number."
      : "";
    if (given === undefined) return;
    const value = model.matrices[cell.matrix].get(cell.row, cell.col);
    const isPixel = cell.matrix === "X";
    this.#slider.min = String(isPixel ? 0 : given - reach);
    this.#slider.max = String(isPixel ? 1 : given + reach);
    this.#slider.step = String(smallChange(cell));
    this.#slider.value = String(value);
    this.#slider.setAttribute("aria-valuetext", numberText(value, 4));
    this.#label.textContent = `Change ${inWords(cell)}`;
  }
}
