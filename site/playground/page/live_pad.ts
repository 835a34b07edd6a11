/**
 * A pad whose answer changes while the network learns.
 *
 * @module
 */
import { type PadState, padView } from "../../../lib/explorer/page/pad_view.ts";
import { style } from "../../../lib/explorer/page/style.ts";
import type { PackedParameters } from "../../../lib/explorer/payload.ts";

/** The digit pad of lesson 7, for a network that goes on changing. */
export class LivePad {
  #view?: PadState;

  /** @param place where the pad is shown, as soon as there is a network */
  constructor(private readonly place: HTMLElement) {}

  /** Has this network read the drawing. */
  use(parameters: PackedParameters): void {
    if (this.#view) return this.#view.use(parameters);
    const sheet = document.createElement("style");
    sheet.textContent = style;
    const root = document.createElement("div");
    root.className = "root";
    this.place.attachShadow({ mode: "open" }).append(sheet, root);
    this.#view = padView({ kind: "pad", parameters }, root);
  }
}
