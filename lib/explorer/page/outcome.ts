import { aDigit, numberText, percent } from "../../display/numbers.ts";
import type { Model, When } from "../model.ts";
import { h } from "./dom.ts";
import { probabilityBars } from "./probability_bars.ts";

/** What the network says of the image, and the loss, before and after the update. */
export function outcomeView(model: Model): HTMLElement {
  const { image, labels, when, hidesLater } = model;
  const label = labels[image];
  const isKnown = (at: When) => !hidesLater || !model.isLater(at === "before" ? "A2" : "new b1");
  /** A number before the update, and after it, as far as they are computed. */
  const both = (number: (at: When) => string) =>
    (["before", "after"] as const).filter(isKnown)
      .map((at) => `${number(at)} ${at === "before" ? "before the update" : "after it"}`)
      .join(", ") || "not computed yet";
  return h(
    "div",
    {},
    h("h3", {}, "What the network says"),
    h(
      "div",
      { class: "words" },
      `Image ${image} is ${aDigit(label)}. The probability of ${label}: ` +
        `${both((at) => percent(model.probabilities(at)[label]))}. ` +
        `Mean loss of the ${labels.length} images: ` +
        `${both((at) => numberText(model.loss(at), 4))}.`,
    ),
    ...(isKnown(when) ? [probabilityBars(model.probabilities(when), label)] : []),
  );
}
