import { sumText, writtenOut } from "../../step/written_out.ts";
import type { Model } from "../model.ts";
import { cellWords, feedsWords, fromWords, placeWords } from "../words.ts";
import { h } from "./dom.ts";

/** One number: what it is, what it was computed from, and what is computed from it. */
export function cellPanel(model: Model, pinned: boolean): HTMLElement {
  const { matrices, learningRate, labels } = model;
  const cell = model.shownCell;
  const written = writtenOut(matrices, cell, learningRate);
  const isGiven = written.symbols === "given";
  const line = (name: string, text: string, why = "") =>
    h(
      "div",
      { class: "line" },
      h("span", { class: `key ${why}` }, name),
      h("span", { class: "value" }, text),
    );
  return h(
    "div",
    { class: "written", "data-cell": `${cell.matrix},${cell.row},${cell.col}` },
    h(
      "div",
      { class: "head" },
      h("b", {}, cellWords(cell, matrices)),
      h("span", { class: "place" }, ` ${placeWords(cell, labels)}${pinned ? ", pinned" : ""}`),
    ),
    h(
      "div",
      { class: "before" },
      ...(isGiven ? [] : [
        line("formula", written.symbols),
        line("numbers", sumText(written)),
      ]),
    ),
    h(
      "div",
      { class: "after" },
      line("came from", fromWords(cell), "from"),
      line("feeds", feedsWords(cell), "feeds"),
    ),
  );
}
