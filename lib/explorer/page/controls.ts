import { equations } from "../../step/equations.ts";
import type { Model, When } from "../model.ts";
import { h } from "./dom.ts";

/** What the reader can ask for with the controls. */
export interface Wishes {
  goTo(number: number): void;
  play(): void;
  setAlpha(learningRate: number): void;
  setWhen(when: When): void;
  hideLater(): void;
  graph(): void;
  project(): void;
}

/** How the display looks at the moment. */
export interface Look {
  isPlaying: boolean;
  isGraph: boolean;
  isProjected: boolean;
}

/** The buttons, the slider and the learning rate. */
export class Controls {
  readonly element: HTMLElement;
  /** What is shown, and how large. */
  readonly modes: HTMLElement;
  readonly #slider: HTMLInputElement;
  readonly #alpha: HTMLInputElement;
  readonly #count = h("span", { class: "count" });
  readonly #problem = h("span", { class: "problem" });
  readonly #buttons: Record<
    "back" | "next" | "play" | "before" | "after" | "later" | "graph" | "project",
    HTMLButtonElement
  >;

  constructor(model: Model, wishes: Wishes) {
    const button = (name: string, words: string, onclick: () => void) =>
      h("button", { class: name, onclick }, words);
    this.#buttons = {
      back: button("back", "← Back", () => wishes.goTo(model.number - 1)),
      next: button("next", "Next →", () => wishes.goTo(model.number + 1)),
      play: button("play", "▶ Play", () => wishes.play()),
      before: button("before", "Before the update", () => wishes.setWhen("before")),
      after: button("after", "After it", () => wishes.setWhen("after")),
      later: button("hide", "Hide what comes next", () => wishes.hideLater()),
      graph: button("as-graph", "Graph", () => wishes.graph()),
      project: button("project", "Projector", () => wishes.project()),
    };
    this.#slider = h("input", {
      type: "range",
      min: 1,
      max: equations.length,
      step: 1,
      value: 1,
      class: "steps",
      "aria-label": "Equation",
      oninput: () => wishes.goTo(Number(this.#slider.value)),
    });
    this.#alpha = h("input", {
      type: "number",
      class: "alpha",
      min: 0.01,
      max: 5,
      step: 0.01,
      value: model.learningRate,
      "aria-label": "Learning rate alpha",
      oninput: () => wishes.setAlpha(this.#alpha.valueAsNumber),
    });
    const { back, next, play, before, after, later, graph, project } = this.#buttons;
    this.element = h(
      "div",
      { class: "controls" },
      ...[back, this.#slider, next, play, this.#count],
      h("label", { title: "The learning rate: how far the update goes" }, "α ", this.#alpha),
      this.#problem,
      h("div", { class: "choice", role: "group", "aria-label": "Numbers" }, before, after),
    );
    this.modes = h(
      "div",
      { class: "modes", role: "group", "aria-label": "View" },
      ...[later, graph, project],
    );
  }

  /** Says what is wrong with the learning rate, or nothing. */
  complain(problem: string): void {
    this.#alpha.setAttribute("aria-invalid", String(problem !== ""));
    this.#problem.textContent = problem;
  }

  show(model: Model, { isPlaying, isGraph, isProjected }: Look): void {
    const { number, equation, when, hidesLater } = model;
    this.#slider.value = String(number);
    this.#slider.setAttribute("aria-valuetext", `${number} of 14: ${equation.formula}`);
    this.#count.textContent = `${number} of ${equations.length}, ${equation.phase}`;
    const { back, next, play, before, after, later, graph, project } = this.#buttons;
    // Not "disabled": a button that has the focus would lose it, and with it the arrow keys.
    back.setAttribute("aria-disabled", String(number === 1));
    next.setAttribute("aria-disabled", String(number === equations.length));
    play.textContent = isPlaying ? "⏸ Pause" : "▶ Play";
    const pressed = (button: HTMLElement, is: boolean) =>
      button.setAttribute("aria-pressed", String(is));
    pressed(before, when === "before");
    pressed(after, when === "after");
    pressed(later, hidesLater);
    pressed(graph, isGraph);
    pressed(project, isProjected);
  }
}
