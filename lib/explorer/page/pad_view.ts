import { numberText, percent } from "../../display/numbers.ts";
import { SIDE } from "../../matrix/mnist.ts";
import { Pixels } from "../../matrix/pixels.ts";
import { type Activations, forward } from "../../network/forward.ts";
import { imageOf } from "../drawing.ts";
import { penRadius, type Point } from "../ink.ts";
import { unpackParameters } from "../model.ts";
import type { PackedParameters, PadPayload } from "../payload.ts";
import { h } from "./dom.ts";
import { paintImage } from "./image_choice.ts";
import { MatrixView } from "./matrix_view.ts";
import { penOn } from "./pen.ts";
import { keyWords, penByKeys } from "./pen_keys.ts";
import { probabilityBars } from "./probability_bars.ts";
import { onThemeChange, themeOf } from "./theme.ts";

/** What the pad shows. */
export interface PadState {
  /** The drawing as 784 bytes; undefined if there is none. */
  pixels?: number[];
  /** What the four layers answer. */
  activations?: Activations;
  /** Has another network read the drawing. */
  use(parameters: PackedParameters): void;
}

/**
 * The digit pad: what is drawn on it goes through the network at once.
 *
 * @returns what it shows, kept up to date
 */
export function padView(payload: PadPayload, root: HTMLElement): PadState {
  let parameters = unpackParameters(payload.parameters);
  const state: PadState = {
    use(packed) {
      parameters = unpackParameters(packed);
      if (state.pixels) update();
    },
  };
  const pad = h("canvas", {
    class: "pad",
    // Not "img": a screen reader must leave the arrow keys to the pad.
    role: "application",
    tabindex: 0,
    "aria-label": `Pad: draw one digit with the mouse, a finger, a pen or the keys. ${keyWords}`,
  });
  const seen = h("canvas", { width: SIDE, height: SIDE, class: "seen", role: "img" });
  const answer = h("div", { class: "answer" });
  const live = h("div", { class: "hidden", role: "status" });
  const layers = h("div", { class: "layers" });
  const bars = h("div", {});
  const undo = h(
    "button",
    { onclick: () => pen.undo(), title: "Ctrl+Z", "aria-keyshortcuts": "Control+Z Meta+Z" },
    "Undo",
  );
  const clear = h("button", { onclick: () => pen.clear() }, "Clear");

  root.append(
    h(
      "div",
      { class: "columns" },
      h(
        "div",
        {},
        h("div", { class: "name" }, "Draw a digit"),
        pad,
        h("div", { class: "controls" }, undo, clear),
        h("div", { class: "keys", "aria-hidden": "true" }, keyWords),
      ),
      h(
        "div",
        { class: "sees" },
        h("div", { class: "name" }, "What the network sees"),
        seen,
        layers,
      ),
      h("div", { class: "wide" }, answer, bars),
    ),
    live,
  );

  let spoken: ReturnType<typeof setTimeout> | undefined;
  /** Tells a screen reader, once the hand has come to rest. A network that learns says nothing by itself. */
  function say(words: string): void {
    clearTimeout(spoken);
    spoken = setTimeout(() => live.textContent = words, 150);
  }

  const pen = penOn(pad, () => {
    update();
    say(answer.textContent);
  });
  const keys = penByKeys(pad, pen, (words, lifted) => {
    paintPad();
    root.classList.toggle("by-keys", keys.place !== undefined);
    if (lifted) words += ` ${answer.textContent}`;
    if (words) say(words.trim());
  });
  root.addEventListener("keydown", (event) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (!isUndo || event.shiftKey || event.altKey) return;
    pen.undo();
    event.preventDefault();
    event.stopPropagation();
  });

  let width = 0;
  function update(): void {
    width = root.clientWidth;
    const theme = themeOf(root);
    root.classList.toggle("dark", theme.dark);
    paintPad();
    undo.setAttribute("aria-disabled", String(!pen.canUndo));
    const pixels = imageOf(pen.strokes);
    paintImage(seen, (p) => (pixels?.[p] ?? 0) / 255, theme);
    seen.setAttribute("aria-label", pixels ? "The drawing as 28 by 28 pixels" : "Nothing yet");
    state.pixels = pixels && [...pixels];
    if (!pixels) {
      answer.textContent = pen.strokes.length === 0
        ? "The pad is empty: draw a digit from 0 to 9."
        : "Only a dot so far: draw a whole digit.";
      layers.replaceChildren();
      bars.replaceChildren(probabilityBars(Array(10).fill(0)));
      bars.className = "empty";
      state.activations = undefined;
      return;
    }
    const activations = forward(parameters, Pixels.fromBytes(pixels).toMatrix());
    const probabilities = activations.A2.toArray().map(([p]) => p);
    const most = probabilities.indexOf(Math.max(...probabilities));
    state.activations = activations;
    answer.textContent = `The network says ${most}, with ${percent(probabilities[most])}.`;
    bars.className = "";
    bars.replaceChildren(probabilityBars(probabilities));
    layers.replaceChildren(
      ...(["Z1", "A1", "Z2", "A2"] as const).map((name) => {
        const A = activations[name];
        const view = new MatrixView(name, {}, { point() {}, pin() {}, change() {}, open() {} });
        const numbers = A.toArray().map(([x]) => numberText(x)).join(", ");
        view.show(A, 0, Math.min(16, 160 / A.rows), theme, `${name}: ${numbers}`);
        view.canvas.title = `${name}: ${numbers}`;
        return h("span", { class: "box" }, h("span", { class: "name" }, name), view.canvas);
      }),
    );
  }

  /** The strokes as lines with round ends: as the pen draws them, not as the network sees them. */
  function paintPad(): void {
    const ratio = globalThis.devicePixelRatio || 1;
    const size = pad.clientWidth || 224;
    pad.width = pad.height = Math.round(size * ratio);
    const context = pad.getContext("2d")!;
    context.scale(pad.width, pad.width);
    context.lineWidth = 2 * penRadius;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = context.fillStyle = getComputedStyle(root).color;
    for (const stroke of pen.strokes) {
      context.beginPath();
      // A canvas leaves out a line without length: the dot of a touch is drawn by itself.
      context.arc(stroke[0].x, stroke[0].y, penRadius, 0, 2 * Math.PI);
      context.fill();
      context.beginPath();
      for (const { x, y } of stroke) context.lineTo(x, y);
      context.stroke();
    }
    if (keys.place) paintPen(context, keys.place);
  }

  /** Where the pen is that the keys move: a ring, filled while it draws. */
  function paintPen(context: CanvasRenderingContext2D, { x, y }: Point): void {
    context.beginPath();
    context.arc(x, y, penRadius, 0, 2 * Math.PI);
    context.strokeStyle = context.fillStyle = getComputedStyle(root).getPropertyValue("--accent");
    context.lineWidth = penRadius / 3;
    context.stroke();
    if (pen.isDown) context.fill();
  }

  update();
  new ResizeObserver(() => {
    if (root.clientWidth !== width) update();
  }).observe(root);
  onThemeChange(update);
  return state;
}
