import { shadingOf } from "../../display/colors.ts";
import { aDigit, numberText, percent } from "../../display/numbers.ts";
import { subtract } from "../../matrix/elementwise.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { unpackWeights } from "../moments.ts";
import { fromBase64 } from "../packing.ts";
import type { PackedTraining } from "../payload.ts";
import { h, svg } from "./dom.ts";
import { MatrixView } from "./matrix_view.ts";
import { probabilityBars } from "./probability_bars.ts";
import type { Theme } from "./theme.ts";

/** A slider through the training: W1's images, the loss, and what the network says of one digit. */
export function trainingView(
  training: PackedTraining,
  labels: readonly number[],
): { element: HTMLElement; show(image: number, width: number, theme: Theme): void } {
  const { iterations, loss, accuracy } = training;
  const probabilities = new Float64Array(fromBase64(training.probabilities).buffer);
  const classes = probabilities.length / iterations.length / labels.length;
  const last = iterations.length - 1;
  let moment = last;
  let image = 0;
  /** W1 at every moment, less W1 at the first. */
  let added: Matrix[] = [];
  let most = 0;
  let latest: { width: number; theme: Theme } | undefined;

  const weights = new MatrixView("W1", {}, { point() {}, pin() {}, change() {}, open() {} });
  const slider = h("input", {
    type: "range",
    min: 0,
    max: last,
    step: 1,
    value: last,
    class: "moments",
    "aria-label": "Moment of the training",
    oninput: () => {
      moment = Number(slider.value);
      draw();
    },
  });
  const words = h("div", { class: "words", role: "status", "aria-live": "polite" });
  const bars = h("div", {});
  const dot = svg("circle", { r: 4, class: "dot" });
  const element = h(
    "div",
    { class: "training" },
    h("h3", {}, "Through the training"),
    slider,
    words,
    h(
      "div",
      { class: "columns" },
      h(
        "div",
        {},
        h("div", { class: "name" }, "What training added to W1, each row as an image"),
        weights.canvas,
      ),
      h(
        "div",
        {},
        h("div", { class: "name" }, "Loss (nats) by iteration"),
        lossCurve(training, dot),
      ),
      h("div", {}, h("div", { class: "name" }, "What it says of the image above"), bars),
    ),
  );
  unpackWeights(training.weights).then((unpacked) => {
    added = unpacked.map((W1) => subtract(W1, unpacked[0]));
    most = shadingOf(added[last]).high;
    draw();
  }, () => words.textContent = "This browser can't unpack the recorded weights.");

  function draw(): void {
    const from = (moment * labels.length + image) * classes;
    const column = [...probabilities.subarray(from, from + classes)];
    const said = column.indexOf(Math.max(...column));
    const text = `After ${iterations[moment]} iterations: loss ${numberText(loss[moment], 4)}, ` +
      `accuracy ${percent(accuracy[moment])}. Image ${image} is ${aDigit(labels[image])}; ` +
      `the network says ${said} with ${percent(column[said])}.`;
    words.textContent = text;
    slider.setAttribute("aria-valuetext", `${iterations[moment]} iterations`);
    bars.replaceChildren(probabilityBars(column, labels[image]));
    const place = onCurve(training, moment);
    dot.setAttribute("cx", String(place.x));
    dot.setAttribute("cy", String(place.y));
    if (!latest || added.length === 0) return;
    const { width } = MatrixView.extent(added[moment]);
    const size = Math.min(2, Math.floor((latest.width - 24) / width * 4) / 4);
    const label = `What ${iterations[moment]} iterations added to W1, each row as a picture`;
    weights.show(added[moment], 0, size, latest.theme, label, most);
  }

  return {
    element,
    show(chosen, width, theme) {
      image = chosen;
      latest = { width, theme };
      draw();
    },
  };
}

const chart = { width: 260, height: 130, left: 34, bottom: 20, top: 8, right: 8 };

/** The place of a moment in the drawing of the loss. */
function onCurve({ iterations, loss }: PackedTraining, moment: number): { x: number; y: number } {
  const most = Math.max(...loss);
  const across = chart.width - chart.left - chart.right;
  const down = chart.height - chart.top - chart.bottom;
  return {
    x: chart.left + iterations[moment] / iterations[iterations.length - 1] * across,
    y: chart.top + (1 - loss[moment] / most) * down,
  };
}

function lossCurve(training: PackedTraining, dot: SVGElement): SVGElement {
  const { iterations, loss } = training;
  const { width, height, left, bottom, top, right } = chart;
  const points = iterations.map((_, k) => onCurve(training, k));
  const text = (x: number, y: number, anchor: string, words: string) =>
    svg("text", { x, y, "text-anchor": anchor }, words);
  const last = iterations.length - 1;
  return svg(
    "svg",
    {
      class: "curve",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": `Loss from ${numberText(loss[0])} to ${numberText(loss[last])} over ` +
        `${iterations[last]} iterations`,
    },
    svg("path", { class: "axis", d: `M${left} ${top}V${height - bottom}H${width - right}` }),
    svg("path", { class: "line", d: "M" + points.map(({ x, y }) => `${x} ${y}`).join("L") }),
    text(left - 4, top + 8, "end", numberText(Math.max(...loss), 2)),
    text(left - 4, height - bottom, "end", "0"),
    text(left, height - 5, "middle", "0"),
    text(width - right, height - 5, "end", String(iterations[last])),
    dot,
  );
}
