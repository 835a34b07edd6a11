import { sumText, writtenOut } from "../../step/written_out.ts";
import type { Model } from "../model.ts";
import { cellWords } from "../words.ts";
import { h } from "./dom.ts";

/** The number under the pointer, at the pointer. A screen reader is told it in another way. */
export class Tip {
  readonly element: HTMLElement = h("div", { class: "tip", "aria-hidden": "true" });

  /** @param root what the tip must stay in */
  constructor(private readonly root: HTMLElement) {
    this.hide();
  }

  hide(): void {
    this.element.hidden = true;
  }

  /** Shows the cell that is pointed at; with its sum if the panel is too far away to be seen. */
  show(model: Model, event: PointerEvent, withSum: boolean): void {
    if (!model.cell) return this.hide();
    const words = [h("b", {}, cellWords(model.cell, model.matrices))];
    const written = writtenOut(model.matrices, model.cell, model.learningRate, 2);
    if (withSum && written.symbols !== "given") words.push(h("b", {}, sumText(written)));
    this.element.replaceChildren(...words);
    this.element.hidden = false;
    const frame = this.root.getBoundingClientRect();
    const { offsetWidth } = this.element;
    const x = event.clientX - frame.left + 16;
    const left = x + offsetWidth <= frame.width ? x : Math.max(0, x - offsetWidth - 32);
    this.element.style.left = `${left}px`;
    this.element.style.top = `${event.clientY - frame.top + 18}px`;
  }
}
