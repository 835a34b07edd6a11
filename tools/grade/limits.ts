/**
 * How much a student's notebook may use.
 *
 * @module
 */

/** Limits of one notebook's kernel. */
export interface Limits {
  /**
   * Seconds of processor time for one cell. With processor time, not wall time, a notebook gets as far
   * on a busy machine as on an idle one.
   */
  cellProcessor: number;
  /** Seconds of processor time for the whole notebook. */
  notebookProcessor: number;
  /** Seconds of wall time in which a cell does nothing at all. */
  idle: number;
  /** Seconds of wall time for the whole notebook, against cells that do a little for ever. */
  wall: number;
  /** Bytes of memory of the kernel process. */
  memory: number;
  /** Bytes that one cell may show. */
  output: number;
  /** Bytes in the scratch folder. */
  disk: number;
  /** The maximum number of cells that may end the kernel and be left out before the notebook is given up. */
  restarts: number;
}

/** The default limits. */
export const usualLimits: Limits = {
  cellProcessor: 20,
  notebookProcessor: 60,
  idle: 20,
  wall: 600,
  memory: 1e9,
  output: 10e6,
  disk: 100e6,
  restarts: 2,
};

/** What stopped a cell, as the runner reports it. */
export interface Stop {
  stopped: "time" | "idle" | "memory" | "output" | "disk" | "exit";
  detail: string;
}

/** What stopped a cell, as the end of a sentence that begins with the cell. */
export function stopInWords({ stopped, detail }: Stop, limits: Limits): string {
  switch (stopped) {
    case "time":
      if (detail === "notebook") {
        return `took the notebook over ${limits.notebookProcessor} s of processor time`;
      }
      if (detail === "wall") return `took the notebook over ${limits.wall} s`;
      return `ran for more than ${limits.cellProcessor} s of processor time`;
    case "idle":
      return `waited ${limits.idle} s for something that never came`;
    case "memory":
      return `took more than ${inMegabytes(limits.memory)} MB of memory`;
    case "output":
      return `showed more than ${inMegabytes(limits.output)} MB`;
    case "disk":
      return `wrote more than ${inMegabytes(limits.disk)} MB`;
    case "exit":
      return `ended the kernel (${detail})`;
  }
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
