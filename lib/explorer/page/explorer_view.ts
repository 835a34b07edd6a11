import { aDigit, numberText } from "../../display/numbers.ts";
import { isPerImage, matrixNames } from "../../display/symbols.ts";
import { cameFrom, type Cell, feeds, inWords } from "../../step/cells.ts";
import { equationOf, equations } from "../../step/equations.ts";
import { isChangeable, Model, type When } from "../model.ts";
import type { ExplorerPayload } from "../payload.ts";
import { cellSentence, stepWords } from "../words.ts";
import { cellPanel } from "./cell_panel.ts";
import { Controls } from "./controls.ts";
import { h } from "./dom.ts";
import { equationBar } from "./equation_bar.ts";
import { Flow } from "./flow.ts";
import { GraphView } from "./graph_view.ts";
import type { Mark, PointerListener } from "./matrix_view.ts";
import { NumberEditor, smallChange } from "./number_editor.ts";
import { Operation } from "./operation.ts";
import { outcomeView } from "./outcome.ts";
import { imageChoice } from "./image_choice.ts";
import { Player } from "./player.ts";
import { onThemeChange, themeOf } from "./theme.ts";
import { Tip } from "./tip.ts";
import { trainingView } from "./training_view.ts";

/** From this width on the numbers stand beside one another, and the bars within the flow. */
const wide = 900;

/**
 * The explorer: a whole training step that can be walked through, touched and changed.
 *
 * @returns the numbers that it shows
 */
export function explorerView(payload: ExplorerPayload, root: HTMLElement): Model {
  const model = new Model(payload);
  const look = { isPlaying: false, isGraph: false, isProjected: false };
  let pinned = false;
  const listener: PointerListener = {
    point(cell, how, event) {
      if (how === "pointer" && !event) tip.hide();
      if (pinned && (how === "pointer" || !cell)) return;
      if (how === "keys") pinned = false;
      choose(cell);
      if (event) tip.show(model, event, width < wide);
      if (cell && how === "keys") say(cellSentence(model, cell));
    },
    pin(cell) {
      // A second click on the same cell lets it go.
      pinned = !(pinned && model.cell && sameCell(cell, model.cell));
      choose(cell);
      say(`${cellSentence(model, cell)}${pinned ? " Pinned; Escape lets it go." : ""}`);
    },
    change(cell, steps) {
      if (!isChangeable(cell.matrix)) return;
      const now = model.matrices[cell.matrix].get(cell.row, cell.col);
      pinned = true;
      change(cell, now + steps * smallChange(cell));
    },
    open(name) {
      const equation = equationOf(name);
      if (equation) goTo(equation.number);
    },
  };

  const tip = new Tip(root);
  const flow = new Flow(listener);
  const graph = new GraphView(goTo);
  const operation = new Operation(listener);
  const live = h("div", { class: "hidden", role: "status", "aria-live": "polite" });
  const bar = h("div", { class: "bar-place" });
  const panel = h("div", {});
  const editor = new NumberEditor(change, () => {
    model.reset();
    show();
    say("All numbers are as they were.");
  });
  const outcome = h("div", { class: "outcome" });
  const player = new Player(() => {
    if (!root.isConnected || model.number === equations.length) return false;
    goTo(model.number + 1, true);
    return model.number < equations.length;
  }, () => {
    look.isPlaying = player.isPlaying;
    controls.show(model, look);
  });
  const controls = new Controls(model, {
    goTo: (number) => goTo(number),
    play() {
      if (!player.isPlaying && model.number === equations.length) goTo(1);
      player.toggle();
      say(player.isPlaying ? "Plays, one equation every three seconds." : "Paused.");
    },
    setAlpha,
    setWhen,
    hideLater() {
      model.hidesLater = !model.hidesLater;
      show();
      say(`What is not computed yet is ${model.hidesLater ? "hidden" : "shown"}.`);
    },
    graph() {
      look.isGraph = !look.isGraph;
      show();
      say(look.isGraph ? "The step as a graph." : "The step as matrices.");
    },
    project() {
      look.isProjected = !look.isProjected;
      show();
      say(look.isProjected ? "Large, for a projector." : "Everything.");
    },
  });
  const images = imageChoice(model.labels, (image) => {
    model.image = image;
    if (!pinned) model.cell = undefined;
    show();
    say(`Image ${image}, ${aDigit(model.labels[image])}.`);
  });
  const training = payload.training && trainingView(payload.training, model.labels);

  const below = h(
    "div",
    { class: "below" },
    h(
      "div",
      { class: "main" },
      h("h3", {}, "This equation, cell by cell"),
      operation.element,
    ),
  );
  root.append(
    controls.element,
    h(
      "div",
      { class: "top" },
      bar,
      h("div", { class: "tools" }, images.element, controls.modes),
    ),
    flow.element,
    graph.element,
    h("div", { class: "cell" }, panel, editor.element),
    below,
    h(
      "p",
      { class: "hint" },
      "Arrow keys step; in a matrix (Tab) they move from cell to cell. Point at a cell to see what it " +
        "came from and what it feeds. Click or press Space to pin it, Escape to let it go. Drag a cell of " +
        "X, W1, b1, W2 or b2 up or down, or press + and -, to change its number.",
    ),
    ...(training ? [training.element] : []),
    tip.element,
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

  function goTo(number: number, byItself = false): void {
    if (!byItself) player.stop();
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

  function setWhen(when: When): void {
    model.when = when;
    show();
    say(`The numbers ${when} the update. The mean loss is ${numberText(model.loss(when), 4)}.`);
  }

  function setAlpha(learningRate: number): void {
    const isRight = learningRate > 0;
    controls.complain(isRight ? "" : `α must be above 0; shown is α = ${model.learningRate}.`);
    if (!isRight) return say("The learning rate must be a number above 0.");
    model.learningRate = learningRate;
    show();
    say(
      `With the learning rate ${learningRate} the mean loss after the update is ` +
        `${numberText(model.loss("after"), 4)}.`,
    );
  }

  function change(cell: Cell, value: number): void {
    model.cell = cell;
    model.change(cell, value);
    show();
    const now = model.matrices[cell.matrix].get(cell.row, cell.col);
    const loss = model.hidesLater
      ? ""
      : ` The mean loss is ${numberText(model.loss("before"), 4)}.`;
    say(`${inWords(cell)} is now ${numberText(now, 4)}.${loss}`);
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
    root.classList.toggle("wide", width >= wide);
    root.classList.toggle("hides-later", model.hidesLater);
    root.classList.toggle("as-graph", look.isGraph);
    root.classList.toggle("projected", look.isProjected);
    for (const [why, color] of Object.entries(theme)) {
      if (typeof color === "string") root.style.setProperty(`--${why}`, color);
    }
    controls.show(model, look);
    bar.replaceChildren(equationBar(model));
    images.show(model.X, model.image, theme);
    outcome.replaceChildren(outcomeView(model));
    const home = width >= wide && !look.isGraph ? flow.element : below;
    if (outcome.parentElement !== home) home.append(outcome);
    flow.show(model, width, theme);
    operation.show(model, operation.element.clientWidth, theme, look.isProjected);
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
    editor.show(model);
    if (look.isGraph) graph.show(model);
  }

  show();
  new ResizeObserver(() => {
    if (root.clientWidth !== width) show();
  }).observe(root);
  onThemeChange(show);
  return model;
}

function sameCell(a: Cell, b: Cell): boolean {
  return a.matrix === b.matrix && a.row === b.row && a.col === b.col;
}
