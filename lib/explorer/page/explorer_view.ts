import { numberText, percent } from "../../display/numbers.ts";
import { isPerImage, matrixNames } from "../../display/symbols.ts";
import { cameFrom, type Cell, feeds } from "../../step/cells.ts";
import { equationOf, equations } from "../../step/equations.ts";
import { Model } from "../model.ts";
import type { ExplorerPayload } from "../payload.ts";
import { cellWords, feedsWords, fromWords, stepWords } from "../words.ts";
import { cellPanel } from "./cell_panel.ts";
import { h } from "./dom.ts";
import { equationBar } from "./equation_bar.ts";
import { Flow } from "./flow.ts";
import type { Mark, PointerListener } from "./matrix_view.ts";
import { Operation } from "./operation.ts";
import { imageChoice } from "./image_choice.ts";
import { probabilityBars } from "./probability_bars.ts";
import { onThemeChange, themeOf } from "./theme.ts";
import { trainingView } from "./training_view.ts";

/**
 * The explorer: a whole training step that can be walked through and touched.
 *
 * @returns the numbers that it shows
 */
export function explorerView(payload: ExplorerPayload, root: HTMLElement): Model {
  const model = new Model(payload);
  let pinned = false;
  const listener: PointerListener = {
    point(cell, how) {
      if (pinned && how === "pointer") return;
      if (how === "keys") pinned = false;
      choose(cell);
      if (cell && how === "keys") say(cellSentence(model, cell));
    },
    pin(cell) {
      // A second click on the same cell lets it go.
      pinned = !(pinned && model.cell && sameCell(cell, model.cell));
      choose(cell);
      say(`${cellSentence(model, cell)}${pinned ? " Pinned; Escape lets it go." : ""}`);
    },
    open(name) {
      const equation = equationOf(name);
      if (equation) goTo(equation.number);
    },
  };

  const flow = new Flow(listener);
  const operation = new Operation(listener);
  const live = h("div", { class: "hidden", role: "status", "aria-live": "polite" });
  const bar = h("div", {});
  const panel = h("div", {});
  const outcome = h("div", { class: "outcome" });
  const slider = h("input", {
    type: "range",
    min: 1,
    max: equations.length,
    step: 1,
    value: 1,
    class: "steps",
    "aria-label": "Equation",
    oninput: () => goTo(Number(slider.value)),
  });
  const count = h("span", { class: "count" });
  const back = h("button", { class: "back", onclick: () => goTo(model.number - 1) }, "\u2190 Back");
  const next = h("button", { class: "next", onclick: () => goTo(model.number + 1) }, "Next \u2192");
  const before = h("button", { onclick: () => setWhen("before") }, "Before the update");
  const after = h("button", { onclick: () => setWhen("after") }, "After it");
  const alpha = h("input", {
    type: "number",
    class: "alpha",
    min: 0.01,
    max: 5,
    step: 0.01,
    value: model.learningRate,
    "aria-label": "Learning rate alpha",
    oninput: () => setAlpha(alpha.valueAsNumber),
  });
  const problem = h("span", { class: "problem" });
  const images = imageChoice(model.X, model.labels, (image) => {
    model.image = image;
    if (!pinned) model.cell = undefined;
    show();
    say(`Image ${image}, a ${model.labels[image]}.`);
  });
  const training = payload.training && trainingView(payload.training, model.labels);

  root.append(
    h(
      "div",
      { class: "controls" },
      back,
      slider,
      next,
      count,
      h("label", { title: "The learning rate: how far the update goes" }, "α ", alpha),
      problem,
      h("div", { class: "choice", role: "group", "aria-label": "Numbers" }, before, after),
    ),
    bar,
    images.element,
    flow.element,
    h(
      "div",
      { class: "below" },
      h(
        "div",
        { class: "main" },
        h("h3", {}, "This equation, cell by cell"),
        operation.element,
        panel,
      ),
      outcome,
    ),
    h(
      "p",
      { class: "hint" },
      "Arrow keys step; in a matrix (Tab) they move from cell to cell. Point at a cell to see what it " +
        "came from and what it feeds; click to pin it, Escape to let it go.",
    ),
    ...(training ? [training.element] : []),
    live,
  );

  root.tabIndex = 0;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", "One training step. Left and right arrow keys step through it.");
  root.addEventListener("keydown", (event) => {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement) return;
    if (event.key === "ArrowRight") goTo(model.number + 1);
    else if (event.key === "ArrowLeft") goTo(model.number - 1);
    else if (event.key === "Home") goTo(1);
    else if (event.key === "End") goTo(equations.length);
    else if (event.key === "Escape") unpin();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  let spoken: ReturnType<typeof setTimeout> | undefined;
  /** Tells a screen reader, once the keys have come to rest. */
  function say(words: string): void {
    clearTimeout(spoken);
    spoken = setTimeout(() => live.textContent = words, 150);
  }

  function goTo(number: number): void {
    const from = model.number;
    model.number = number;
    if (model.number === from) {
      if (number < 1) say("This is the first equation.");
      else if (number > equations.length) say("This is the last equation.");
      else say(`This equation is shown. ${stepWords(model)}`);
      return;
    }
    pinned = false;
    model.cell = undefined;
    show();
    say(stepWords(model));
  }

  function setWhen(when: "before" | "after"): void {
    model.when = when;
    show();
    say(`The numbers ${when} the update. The mean loss is ${numberText(model.loss(when), 4)}.`);
  }

  function setAlpha(learningRate: number): void {
    const isRight = learningRate > 0;
    alpha.setAttribute("aria-invalid", String(!isRight));
    problem.textContent = isRight ? "" : `α must be above 0; shown is α = ${model.learningRate}.`;
    if (!isRight) return say("The learning rate must be a number above 0.");
    model.learningRate = learningRate;
    show();
    say(
      `With the learning rate ${learningRate} the mean loss after the update is ` +
        `${numberText(model.loss("after"), 4)}.`,
    );
  }

  function unpin(): void {
    pinned = false;
    choose(undefined);
  }

  function choose(cell: Cell | undefined): void {
    model.cell = cell;
    showCell();
  }

  let width = 0;
  function show(): void {
    const theme = themeOf(root);
    width = root.clientWidth;
    root.classList.toggle("dark", theme.dark);
    for (const [why, color] of Object.entries(theme)) {
      if (typeof color === "string") root.style.setProperty(`--${why}`, color);
    }
    slider.value = String(model.number);
    slider.setAttribute("aria-valuetext", `${model.number} of 14: ${model.equation.formula}`);
    count.textContent = `${model.number} of ${equations.length}, ${model.equation.phase}`;
    // Not "disabled": a button that has the focus would lose it, and with it the arrow keys.
    back.setAttribute("aria-disabled", String(model.number === 1));
    next.setAttribute("aria-disabled", String(model.number === equations.length));
    before.setAttribute("aria-pressed", String(model.when === "before"));
    after.setAttribute("aria-pressed", String(model.when === "after"));
    bar.replaceChildren(equationBar(model));
    images.show(model.image, theme);
    outcome.replaceChildren(outcomeView(model));
    flow.show(model, width, theme);
    operation.show(model, operation.element.clientWidth, theme);
    training?.show(model.image, width, theme);
    showCell();
  }

  function showCell(): void {
    const cell = model.shownCell;
    const marks: Mark[] = matrixNames.filter(isPerImage)
      .map((matrix) => ({ region: { matrix, col: model.image }, why: "image" }));
    marks.push(...feeds(cell).map((region): Mark => ({ region, why: "feeds" })));
    marks.push(...cameFrom(cell).map((region): Mark => ({ region, why: "from" })));
    marks.push({ region: cell, why: "chosen" });
    flow.mark(marks);
    operation.mark(marks);
    panel.replaceChildren(cellPanel(model, pinned));
  }

  show();
  new ResizeObserver(() => {
    if (root.clientWidth !== width) show();
  }).observe(root);
  onThemeChange(show);
  return model;
}

/** What the network says of the image, and the loss, before and after the update. */
function outcomeView(model: Model): HTMLElement {
  const label = model.labels[model.image];
  const [before, after] = [model.probabilities("before"), model.probabilities("after")];
  return h(
    "div",
    {},
    h("h3", {}, "What the network says"),
    h(
      "div",
      { class: "words" },
      `Image ${model.image} is a ${label}. The probability that the network gives to ${label}: ` +
        `${percent(before[label])} before the update, ${percent(after[label])} after it. ` +
        `Mean loss of the ${model.labels.length} images: ` +
        `${numberText(model.loss("before"), 4)} before, ` +
        `${numberText(model.loss("after"), 4)} after.`,
    ),
    probabilityBars(model.probabilities(model.when), label),
  );
}

function cellSentence(model: Model, cell: Cell): string {
  return `${cellWords(cell, model.matrices)}. It came from ${fromWords(cell)}. ` +
    `It feeds ${feedsWords(cell)}.`;
}

function sameCell(a: Cell, b: Cell): boolean {
  return a.matrix === b.matrix && a.row === b.row && a.col === b.col;
}
