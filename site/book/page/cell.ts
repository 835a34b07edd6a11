/**
 * One code cell of a page: its text, its editor once somebody types, its outputs.
 *
 * @module
 */
import type { Editor } from "./editor.ts";
import type { Kept } from "./kept.ts";
import { OutputView } from "./outputs.ts";

/** What happens to a cell. */
export type CellState = "idle" | "waiting" | "running";

/** What a cell asks of its page. */
export interface CellEvents {
  /** Run this cell, and with `thenNext` go on to the next. */
  onRun(cell: BookCell, thenNext: boolean): void;
}

/** A code cell that can be changed and run. */
export class BookCell {
  readonly id: string;
  readonly outputs: OutputView;
  /** Whether the reader has added it; then nothing is its original. */
  readonly isAdded: boolean;
  /** What the lesson has here. */
  readonly original: string;
  readonly #run: HTMLButtonElement;
  #source: string;
  #editor?: Editor;

  constructor(
    readonly element: HTMLElement,
    private readonly kept: Kept,
    private readonly events: CellEvents,
  ) {
    this.id = element.id;
    this.isAdded = element.classList.contains("added");
    const code = this.#code;
    this.original = this.#source = code.textContent!;
    this.outputs = new OutputView(element.querySelector<HTMLElement>(".out")!);
    this.#run = element.querySelector<HTMLButtonElement>(".run")!;
    this.#run.hidden = false;
    this.#run.addEventListener("click", () => this.events.onRun(this, false));
    code.setAttribute("role", "textbox");
    code.setAttribute("aria-multiline", "true");
    code.setAttribute("aria-label", "Code. Press Enter to change it.");
    code.addEventListener("click", () => this.edit());
    code.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (event.shiftKey) this.events.onRun(this, true);
      else if (event.ctrlKey || event.metaKey) this.events.onRun(this, false);
      else this.edit();
    });
    const typed = kept.source(this.id);
    if (typed !== undefined) this.source = typed;
  }

  get #code(): HTMLElement {
    return this.element.querySelector<HTMLElement>(".code")!;
  }

  /** The text as it is now. */
  get source(): string {
    return this.#source;
  }

  /** Changes the text, in the editor too. */
  set source(source: string) {
    if (this.#editor) this.#editor.source = source;
    else if (source !== this.#source) this.#code.querySelector("code")!.textContent = source;
    this.#changed(source);
  }

  /** Whether the reader is typing in it. */
  get isTyping(): boolean {
    return this.#editor?.hasFocus ?? false;
  }

  /** Puts the lesson's own text back. */
  reset(): void {
    this.source = this.original;
    this.kept.keep(this.id, undefined);
  }

  /** Opens the editor. */
  async edit(): Promise<void> {
    if (this.#editor) return this.#editor.focus();
    const { Editor } = await import("./editor.ts");
    if (this.#editor) return;
    const code = this.#code;
    this.#editor = new Editor(code, this.#source, "Code. Escape leaves it.", {
      onChange: (source) => this.#changed(source),
      onRun: (stay) => this.events.onRun(this, !stay),
    });
    code.hidden = true;
    this.#editor.focus();
  }

  /** Whether it waits or runs. */
  get isBusy(): boolean {
    return this.isRunning || this.element.dataset.state === "waiting";
  }

  /** Whether it runs. */
  get isRunning(): boolean {
    return this.element.dataset.state === "running";
  }

  /** Shows whether the cell waits for its turn, or runs. */
  set state(state: CellState) {
    this.element.dataset.state = state;
    this.#run.setAttribute("aria-busy", `${state !== "idle"}`);
  }

  /** Moves the keyboard to this cell. */
  focus(): void {
    this.element.scrollIntoView({ block: "nearest" });
    if (this.#editor) this.#editor.focus();
    else this.#run.focus();
  }

  #changed(source: string): void {
    this.#source = source;
    const isChanged = !this.isAdded && source !== this.original;
    this.element.toggleAttribute("data-changed", isChanged);
    this.kept.keep(this.id, isChanged || this.isAdded ? source : undefined);
  }
}
