import { percent } from "../../display/numbers.ts";
import { h } from "./dom.ts";

/** Ten bars, one for each digit: how probable the network finds it. The right one is marked. */
export function probabilityBars(probabilities: readonly number[], label?: number): HTMLElement {
  const most = probabilities.indexOf(Math.max(...probabilities));
  return h(
    "div",
    { class: "bars", role: "list", "aria-label": "Probability of each digit" },
    ...probabilities.map((probability, digit) =>
      h(
        "div",
        {
          class: `bar${digit === label ? " right" : ""}${digit === most ? " most" : ""}`,
          role: "listitem",
        },
        h("span", { class: "digit" }, String(digit)),
        h(
          "span",
          { class: "track" },
          h("span", { class: "fill", style: `width:${(probability * 100).toFixed(2)}%` }),
        ),
        h("span", { class: "percent" }, percent(probability)),
      )
    ),
  );
}
