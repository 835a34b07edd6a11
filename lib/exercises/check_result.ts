import { Displayable, escape } from "../display/displayable.ts";
import { inLanguage } from "./language.ts";
import { resultPictures } from "./result_pictures.ts";
import type { Checked } from "./run_pieces.ts";
import { type Verdict, verdicts } from "./verdicts.ts";

/** What a check found out. It shows itself in a notebook, and in a terminal as text. */
export class CheckResult extends Displayable {
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

  /**
   * What was found out about an exercise.
   *
   * @param piece the name of what was checked
   * @param checked what was found out
   * @param note what else a reader should know, and a grader need not
   */
  constructor(readonly piece: string, checked: Checked, note = "") {
    checked = { ...checked, message: inLanguage(checked.message) };
    note = inLanguage(note);
    const { verdict, mistake, message } = checked;
    super({
      "text/html": htmlOf(piece, checked, note),
      "text/plain": textOf(piece, checked, note),
      "application/vnd.glassnet.check+json": { piece, verdict, mistake: mistake ?? null, message },
    });
    this.verdict = verdict;
    this.mistake = mistake;
    this.message = message;
    this.difference = checked.difference;
    this.printed = checked.printed;
  }
}

function textOf(piece: string, { verdict, message, printed }: Checked, note: string): string {
  const { sign, word } = verdicts[verdict];
  const line = `${sign} ${piece}: ${inLanguage(word)}. ${message}` + (note && `\n${note}`);
  return printed ? `${line}\n${inLanguage("It printed")}:\n${printed.trimEnd()}` : line;
}

function htmlOf(piece: string, checked: Checked, note: string): string {
  const { verdict, message, results, printed } = checked;
  const { sign, word, color } = verdicts[verdict];
  return `<div style="border-left: 5px solid ${color}; padding: 4px 12px; max-width: 720px">` +
    `<div><b>${sign} ${escape(piece)}: ${inLanguage(word)}</b></div>` +
    `<div style="white-space: pre-wrap">${escape(message)}</div>` +
    (note && `<div style="font-style: italic; opacity: .8">${escape(note)}</div>`) +
    (results ? resultPictures(results) : "") +
    (printed
      ? `<details><summary>${inLanguage("What it printed")}</summary><pre>${
        escape(printed)
      }</pre></details>`
      : "") +
    `</div>`;
}
