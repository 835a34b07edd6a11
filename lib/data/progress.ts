import { host } from "../host/host.ts";

/** How far a long step has come. */
export interface Progress {
  /** What is being done: `"Reading train.csv"`. */
  what: string;
  /** How much of it is done, in any unit. */
  done: number;
  /** How much there is to do, in the same unit. At the end `done` equals `total`. */
  total: number;
}

/** Is told how far a long step has come, at most ten times a second and once at its end. */
export type OnProgress = (progress: Progress) => void;

/** Passes on what is worth showing: not more than ten reports a second, and the last one. */
export function throttle(onProgress: OnProgress): OnProgress {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < 100 && progress.done < progress.total) return;
    last = now;
    onProgress(progress);
  };
}

/**
 * Shows progress as one line that changes in place, on a terminal's standard error. What is over
 * within 0.3 seconds shows nothing, and neither does a program whose standard error is not a terminal.
 *
 * @example
 * ```ts
 * import { loadDigits, progressLine } from "glassnet";
 *
 * await loadDigits({ sample: true, onProgress: progressLine() });
 * ```
 */
export function progressLine(): OnProgress {
  const write = host().terminal();
  if (!write) return () => {};
  const start = performance.now();
  let shown = false;
  return ({ what, done, total }) => {
    if (!shown && performance.now() - start < 300) return;
    shown = true;
    const percent = `${Math.floor(100 * done / total)}%`.padStart(4);
    const end = done < total ? "" : "\n";
    write(`\r${what} ${percent}${end}`);
  };
}

/** The last part of a path: what a progress line calls the file. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1)!;
}
