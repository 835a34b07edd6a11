import { escape } from "../display/displayable.ts";
import type { Verdict } from "./judge.ts";
import type { PieceName } from "./piece.ts";
import { resultPictures, type Results } from "./result_pictures.ts";
import type { Checked } from "./run_pieces.ts";

/** What each verdict is called, its sign, and its color: told apart by color-blind readers. */
export const looks: Record<Verdict, { sign: string; word: string; color: string }> = {
  right: { sign: "✓", word: "right", color: "#009e73" },
  mistake: { sign: "✗", word: "a known mistake", color: "#d55e00" },
  wrong: { sign: "✗", word: "not right", color: "#d55e00" },
  unwritten: { sign: "○", word: "not written yet", color: "#888888" },
  failed: { sign: "!", word: "did not work", color: "#cc79a7" },
};

/** What a check found out. It shows itself in a notebook, and in a terminal as text. */
export class CheckResult {
  /** The answer: right, a recognized mistake, wrong in a way not known, not written, or no result. */
  readonly verdict: Verdict;
  /** The recognized mistake's name, such as `"one-over-m-missing"`. */
  readonly mistake?: string;
  /** What is right or wrong, in one or a few sentences. */
  readonly message: string;
  /** The largest absolute difference from the reference; only of a right one. */
  readonly difference?: number;
  /** What the function printed, or the beginning of it. */
  readonly printed: string;
  readonly #results?: Results;
  readonly #note: string;

  /**
   * What was found out about a piece.
   *
   * @param piece the name of what was checked
   * @param checked what was found out
   * @param note what else a reader should know, and a grader need not
   */
  constructor(readonly piece: PieceName, checked: Checked, note = "") {
    this.#note = note;
    this.verdict = checked.verdict;
    this.mistake = checked.mistake;
    this.message = checked.message;
    this.difference = checked.difference;
    this.printed = checked.printed;
    this.#results = checked.results;
  }

  /** The verdict and the message in one line, and what was printed below. */
  toString(): string {
    const { sign, word } = looks[this.verdict];
    const line = `${sign} ${this.piece}: ${word}. ${this.message}` +
      (this.#note && `\n${this.#note}`);
    return this.printed ? `${line}\nIt printed:\n${this.printed.trimEnd()}` : line;
  }

  /** What Jupyter shows, and what a grader reads. */
  [Symbol.for("Jupyter.display")](): Record<string, string | object> {
    const { piece, verdict, mistake, message } = this;
    return {
      "text/html": this.#html(),
      "text/plain": this.toString(),
      "application/vnd.glassnet.check+json": { piece, verdict, mistake: mistake ?? null, message },
    };
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }

  #html(): string {
    const { sign, word, color } = looks[this.verdict];
    const printed = this.printed
      ? `<details><summary>What it printed</summary><pre>${escape(this.printed)}</pre></details>`
      : "";
    const mistake = this.mistake
      ? ` <code style="opacity: .75">${escape(this.mistake)}</code>`
      : "";
    return `<div style="border-left: 5px solid ${color}; padding: 4px 12px; max-width: 720px">` +
      `<div><b>${sign} ${escape(this.piece)}: ${word}</b>${mistake}</div>` +
      `<div style="white-space: pre-wrap">${escape(this.message)}</div>` +
      (this.#note && `<div style="font-style: italic; opacity: .8">${escape(this.#note)}</div>`) +
      (this.#results ? resultPictures(this.#results) : "") + printed + `</div>`;
  }
}
