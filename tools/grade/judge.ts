/**
 * Decides on an answer, in this process and with the teacher's copy of the checks. The student's kernel
 * only gives the answer away: no cell of a notebook can change what is made of it here.
 *
 * @module
 */
import { judge as judgeRun } from "../../lib/exercises/judge.ts";
import "glassnet"; // where the exercises register themselves
import { type Program, writtenOf } from "../../lib/exercises/program.ts";
import { registeredAs } from "../../lib/exercises/registry.ts";
import { type Limits, runApart } from "../../lib/exercises/run_apart.ts";
import { trialsOf } from "../../lib/exercises/run_pieces.ts";
import type { Answer } from "./kernel.ts";
import type { PieceResult } from "./results.ts";

/** More time than in a notebook, since several students' answers run at once. */
const limits: Limits = { time: 10_000, memory: 600e6 };

/** Answers that are the same to the letter get the same result, and the stubs of a class are that. */
const known = new Map<string, Promise<PieceResult>>();

/** What the check says of an answer. */
export async function judge(
  piece: string,
  answer: Answer,
  student: string,
): Promise<PieceResult> {
  switch (answer.kind) {
    case "nothing":
      return { piece, verdict: "missing", message: `There is no ${piece} in the notebook.` };
    case "unfit":
      return { piece, verdict: "failed", message: answer.message };
    case "value":
      return judgeValue(piece, answer.value);
    case "program": {
      const exercise = registeredAs(piece);
      const seed = exercise?.kind === "function" && exercise.varies ? student : undefined;
      const key = JSON.stringify([piece, answer.program, seed]);
      const result = known.get(key) ?? judgeProgram(piece, answer.program, seed);
      known.set(key, result);
      return await result;
    }
  }
}

function judgeValue(piece: string, value: unknown): PieceResult {
  const question = registeredAs(piece);
  if (question?.kind !== "question" || typeof value !== "object") {
    return { piece, verdict: "failed", message: `${piece} is no function, but a ${typeof value}.` };
  }
  const { verdict, mistake, message } = question.judge(value ?? {});
  return { piece, verdict, mistake, message };
}

/** Runs the function in a process of its own, which may only read, as in a notebook. */
async function judgeProgram(
  name: string,
  program: Program,
  student?: string,
): Promise<PieceResult> {
  const exercise = registeredAs(name);
  if (exercise?.kind !== "function") {
    return { piece: name, verdict: "failed", message: `There is no check for ${name}.` };
  }
  try {
    const trials = await trialsOf(exercise, student);
    const [run] = await runApart([{ program }], trials.all, limits);
    const { verdict, mistake, message } = judgeRun(exercise, trials, run!, writtenOf(program));
    return { piece: name, verdict, mistake, message };
  } catch (error) {
    // Such as a result that no check can read.
    const message = `The check could not be made: ${(error as Error).message.slice(0, 300)}`;
    return { piece: name, verdict: "failed", message };
  }
}
