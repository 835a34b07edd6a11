/**
 * How much a student's notebook may use.
 *
 * @module
 */

/**
 * The budgets. They count processor time, so that a notebook gets as far on a busy machine as on an
 * idle one; the ones of wall time are far above, for what does a little for ever.
 */
export interface Limits {
  /** Seconds of processor time for one cell. */
  cellProcessor: number;
  /** Seconds of processor time for all cells of a notebook. */
  notebookProcessor: number;
  /** Seconds of processor time for one trial of an answer. */
  trialProcessor: number;
  /** Seconds of processor time for all trials of a notebook's answers. */
  piecesProcessor: number;
  /** Seconds of wall time in which nothing happens at all. */
  idle: number;
  /** Seconds of wall time for a notebook's cells, and as many for its trials. */
  wall: number;
  /** Seconds of wall time for all notebooks of a student: after that, no further one begins. */
  student: number;
  /** Bytes of memory of a process. */
  memory: number;
  /** The maximum number of cells that may end the process and be left out before the notebook is given up. */
  restarts: number;
}

/** The limits that follow from the seconds for a cell. */
export function limitsFor(seconds: number, memory: number): Limits {
  return {
    cellProcessor: seconds,
    notebookProcessor: 3 * seconds,
    trialProcessor: Math.max(1, seconds / 2),
    piecesProcessor: 3 * seconds,
    idle: seconds,
    wall: 15 * seconds,
    student: 30 * seconds,
    memory,
    restarts: 2,
  };
}

/** What stopped a cell. */
export interface Stop {
  stopped: "time" | "idle" | "memory" | "flood" | "exit";
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
      return `took more than ${Math.round(limits.memory / 1e6)} MB of memory`;
    case "flood":
      return "printed without end";
    case "exit":
      return "ended its process";
  }
}
