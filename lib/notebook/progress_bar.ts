import type { Progress } from "../data/progress.ts";
import type { Moment, Stopped } from "../training/train.ts";
import { escape } from "./html.ts";
import { jupyter } from "./jupyter.ts";

/** What `train` reports. */
export type TrainingProgress = Moment & { iterations: number; stopped?: Stopped };

/** A report of a training, or of the reading of a file. */
export type AnyProgress = TrainingProgress | Progress;

/**
 * A bar for `onProgress`, of `train` and of `readDigits`. In a notebook it moves in place, some
 * eight times a second; in a script it is a line on the terminal. What it shows at the end
 * depends on the last report alone.
 *
 * @param label what stands before the numbers, such as `"alpha = 0.10"`
 *
 * @example
 * ```ts
 * import { Matrix, progressBar, train } from "glassnet";
 *
 * const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
 * await train(digits, { iterations: 3, onProgress: progressBar() });
 * ```
 */
export function progressBar(label = ""): (progress: AnyProgress) => void {
  let draw = drawing();
  let last = -1;
  let next = 0;
  return (progress) => {
    const state = stateOf(progress, label);
    // The same bar may serve one training after the other; each gets a place of its own.
    if (state.done < last) {
      draw = drawing();
      next = 0;
    }
    last = state.done;
    if (performance.now() < next && !state.ended) return;
    draw(state);
    next = performance.now() + 120;
  };
}

/** What a bar shows. */
interface State {
  done: number;
  total: number;
  text: string;
  ended: boolean;
}

function stateOf(progress: AnyProgress, label: string): State {
  const { done, total, words, stopped } = "iteration" in progress
    ? {
      done: progress.iteration,
      total: progress.iterations,
      words: inWords(progress),
      stopped: progress.stopped,
    }
    : { ...progress, words: `${progress.what}, ${wholePercent(progress)}`, stopped: undefined };
  return {
    done,
    total,
    text: [label, words].filter(Boolean).join(": "),
    ended: done >= total || stopped !== undefined,
  };
}

function inWords(
  { iteration, iterations, loss, accuracy, devAccuracy, stopped }: TrainingProgress,
) {
  return [
    `iteration ${iteration} of ${iterations}`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${(accuracy * 100).toFixed(1)}%`,
    devAccuracy === undefined ? "" : `dev accuracy ${(devAccuracy * 100).toFixed(1)}%`,
  ].filter(Boolean).join(", ") + (stopped ? `. ${stopped.message}` : "");
}

function wholePercent({ done, total }: { done: number; total: number }): string {
  return `${Math.floor(100 * done / total)}%`;
}

/** Where a bar is drawn: in the notebook, on the terminal, or nowhere. */
function drawing(): (state: State) => void {
  const notebook = jupyter();
  if (notebook) {
    const id = crypto.randomUUID();
    let type = "display_data";
    return (state) => {
      notebook.broadcast(type, {
        data: { "text/html": barHtml(state), "text/plain": state.text },
        metadata: {},
        transient: { display_id: id },
      });
      type = "update_display_data";
    };
  }
  if (!Deno.stderr.isTerminal()) return () => {};
  const encoder = new TextEncoder();
  return ({ text, ended }) => {
    // Back to the line's start, and erase it.
    Deno.stderr.writeSync(encoder.encode(`\r\x1b[K${text}${ended ? "\n" : ""}`));
  };
}

/** A bar as HTML, in JupyterLab's colours where it is there, else in ones that fit light and dark. */
export function barHtml({ done, total, text }: State): string {
  const share = total === 0 ? 100 : Math.floor(1000 * done / total) / 10;
  return `<div style="max-width: 640px">` +
    `<div role="progressbar" aria-label="Progress" aria-valuetext="${escape(text)}"` +
    ` aria-valuemin="0" aria-valuemax="${total}" aria-valuenow="${done}"` +
    ` style="height: 12px; border-radius: 6px; overflow: hidden;` +
    ` background: var(--jp-border-color2, #9e9e9e)">` +
    `<div style="width: ${share}%; height: 100%; background: var(--jp-brand-color1, #1976d2)">` +
    `</div></div>` +
    `<div style="margin-top: 4px; font-variant-numeric: tabular-nums">${escape(text)}</div></div>`;
}
