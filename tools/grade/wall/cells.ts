/**
 * Runs a student's cells behind the wall, and collects the answers.
 *
 * @module
 */
import type { Program } from "../../../lib/exercises/program.ts";
import type { Limits, Stop } from "../limits.ts";
import type { CellStep, Plan } from "../plan.ts";
import type { OwnStub } from "../../exercises/own_exercises.ts";
import type { Scripts } from "./bundle.ts";
import { behindTheWall, type Ending, MachineFailure } from "./process.ts";
import * as shape from "./shape.ts";

/** What an answer is, as the notebook hands it over. */
export type Answer =
  /** A function, with everything that it uses. */
  | { kind: "program"; program: Program }
  /** Something else, as JSON. */
  | { kind: "value"; value: unknown }
  /** A function that can't be taken out of the notebook, and why. */
  | { kind: "unfit"; message: string }
  | { kind: "nothing" };

/** The two answers that a piece can have: what its last check was given, and what has its name at the end. */
export interface Tries {
  check?: Answer;
  name?: Answer;
}

/** What the worker is sent. */
export interface CellsWork {
  steps: { cell: number; source: string }[];
  /** The names of the pieces' answers. */
  names: { name: string; answer: string }[];
  /** The files of the data, by their names. */
  data: { [name: string]: string };
  /** What stands in for the files of a teacher's own exercises. */
  own: { [name: string]: OwnStub[] };
}

/** What all notebooks of one grading have in common. */
export interface Workplace {
  limits: Limits;
  scripts: Scripts;
  data: CellsWork["data"];
  own: CellsWork["own"];
}

/** The outcome of a notebook's cells. */
export interface Outcome {
  answers: Map<string, Tries>;
  /** The cells that raised an error. */
  errors: { cell: number; error: string }[];
  /** Those that ran only when the cells below them had run. */
  mended: number[];
  /** The cells that ended the process or had to be stopped; a text is the piece that was collected. */
  stops: ({ cell: number | string } & Stop)[];
  /** What the cells tried and were refused: "read /etc/passwd". */
  tried: Set<string>;
  /** Whether they sent messages to the grading. */
  forged: boolean;
  /** Whether all cells were tried, in the end only those with answers, or not even those. */
  finished: "all" | "answers" | "no";
}

/** What the runner calls what comes before all cells. */
export const firstStep = "start";

/**
 * Runs the cells of one notebook. Nothing that the notebook does makes this throw.
 *
 * @throws {MachineFailure} if the machine is the reason that there is no outcome
 */
export async function runCells({ steps, pieces }: Plan, place: Workplace): Promise<Outcome> {
  const { limits, scripts, data, own } = place;
  const outcome: Outcome = {
    answers: new Map(),
    errors: [],
    mended: [],
    stops: [],
    tried: new Set(),
    forged: false,
    finished: "no",
  };
  const leftOut = new Set<number | string>();
  const deadline = performance.now() + limits.wall * 1000;
  for (let attempt = 0; attempt <= limits.restarts; attempt++) {
    // A cell that sets a timer which ends the process later puts the blame on other cells.
    const onlyAnswers = attempt > 0 && attempt === limits.restarts;
    const chosen = steps.filter(({ cell, needed }) => onlyAnswers ? needed : !leftOut.has(cell));
    const names = pieces.filter(({ name }) => !leftOut.has(name));
    let current: number | string = firstStep;
    const hear = (message: unknown) => {
      const cell = listen(message, outcome, chosen, names);
      if (cell !== undefined) current = cell;
    };
    const wall = Math.max(1, (deadline - performance.now()) / 1000);
    const { ending, tried, forged } = await behindTheWall({
      watch: scripts.watch,
      script: scripts.cells,
      work: { steps: chosen.map(({ cell, source }) => ({ cell, source })), names, data, own },
      limits: {
        step: limits.cellProcessor,
        processor: limits.notebookProcessor,
        idle: limits.idle,
        memory: limits.memory,
        wall,
      },
    }, hear);
    for (const one of tried) outcome.tried.add(one);
    outcome.forged ||= forged;
    if (ending === "done") {
      outcome.finished = onlyAnswers ? "answers" : "all";
      break;
    }
    if (attempt === 0 && current === firstStep && ending === "memory") {
      throw new MachineFailure("no memory was there before the notebook began");
    }
    outcome.stops.push({ cell: current, ...stopOf(ending) });
    leftOut.add(current);
    if (ending === "wall") break;
  }
  return outcome;
}

function stopOf(ending: Exclude<Ending, "done">): Stop {
  switch (ending) {
    case "step":
      return { stopped: "time", detail: "cell" };
    case "processor":
      return { stopped: "time", detail: "notebook" };
    case "wall":
      return { stopped: "time", detail: "wall" };
    case "left":
      return { stopped: "exit", detail: "" };
    default:
      return { stopped: ending, detail: "" };
  }
}

/** Takes one message into the outcome; returns the cell that has begun, if it says so. */
function listen(
  message: unknown,
  outcome: Outcome,
  steps: CellStep[],
  names: Plan["pieces"],
): number | string | undefined {
  try {
    const said = shape.record(message);
    if ("tried" in said) {
      if (outcome.tried.size < 20) outcome.tried.add(shape.text(said.tried, 220));
      return;
    }
    if ("collects" in said) return shape.oneOf(said.collects, names.map(({ name }) => name));
    if ("piece" in said) {
      const piece = shape.oneOf(said.piece, names.map(({ name }) => name));
      const how = shape.oneOf(said.how, ["check", "name"]);
      const tries = outcome.answers.get(piece) ?? {};
      outcome.answers.set(piece, { ...tries, [how]: answer(said.answer) });
      return;
    }
    const cell = shape.count(said.cell);
    if (!steps.some((step) => step.cell === cell)) return;
    if ("error" in said) {
      const { name, message } = shape.record(said.error);
      const error = `${shape.text(name, 60)}: ${shape.text(message, 600)}`;
      // After a restart the cells run again, and raise their errors again.
      const known = outcome.errors.some((one) => one.cell === cell);
      if (!known) outcome.errors.push({ cell, error });
      return;
    }
    if ("mended" in said) {
      outcome.mended.push(cell);
      outcome.errors = outcome.errors.filter((one) => one.cell !== cell);
      return;
    }
    return cell;
  } catch (error) {
    // Nothing of the grading's own: the student's code has changed what makes the messages.
    if (!(error instanceof shape.WrongShape)) throw error;
    outcome.forged = true;
  }
}

function answer(value: unknown): Answer {
  const one = shape.record(value);
  switch (one.kind) {
    case "program":
      try {
        return { kind: "program", program: shape.program(one.program) };
      } catch (error) {
        if (!(error instanceof shape.WrongShape)) throw error;
        return { kind: "unfit", message: "It uses more of the notebook than can be taken along." };
      }
    case "value":
      return { kind: "value", value: one.value };
    case "unfit":
      return { kind: "unfit", message: shape.text(one.message, 500) };
    default:
      return { kind: shape.oneOf(one.kind, ["nothing"]) };
  }
}
