import { Matrix } from "../../matrix/matrix.ts";
import { heatPicture } from "../heat_picture.ts";
import type { MatrixName } from "../equations.ts";
import { numberText } from "../number_text.ts";
import { escape } from "../step_display.ts";
import type { Verdict } from "./judge.ts";
import type { PieceName } from "./piece.ts";
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
  readonly #results?: { found: unknown; expected: unknown };

  /**
   * What was found out about a piece.
   *
   * @param piece the name of what was checked
   * @param checked what was found out
   */
  constructor(readonly piece: PieceName, checked: Checked) {
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
    const line = `${sign} ${this.piece}: ${word}. ${this.message}`;
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
      pictures(this.#results) + printed + `</div>`;
  }
}

/** So many matrices of a result are drawn. */
const mostPictures = 2;

/** The result beside the reference. */
function pictures(results: { found: unknown; expected: unknown } | undefined): string {
  if (!results) return "";
  const { found, expected } = results;
  if (typeof found === "number") {
    return `<div>yours ${numberText(found, 6)}, the reference ${
      numberText(expected as number, 6)
    }</div>`;
  }
  const matrices = expected instanceof Matrix
    ? [["", found, expected]] as [string, Matrix, Matrix][]
    : Object.entries(expected as object).flatMap(([name, part]) => {
      const own = (found as Record<string, unknown>)[name];
      return part instanceof Matrix && own instanceof Matrix
        ? [[name, own, part]] as [string, Matrix, Matrix][]
        : [];
    });
  return matrices.slice(-mostPictures).map(([name, own, reference]) =>
    `<div style="display: flex; flex-wrap: wrap; gap: 16px; margin-top: 8px">` +
    picture(`yours${name ? `, ${name}` : ""}`, own) + picture("the reference", reference) +
    `</div>`
  ).join("");
}

function picture(title: string, A: Matrix): string {
  const { src, width, height, alt } = heatPicture(title as MatrixName, A);
  return `<figure style="margin: 0"><figcaption>${escape(title)}, ${A.shape}</figcaption>` +
    `<img src="${src}" width="${width}" height="${height}" alt="${escape(alt)}" ` +
    // So that both have room side by side.
    `style="max-width: 336px; height: auto"></figure>`;
}
