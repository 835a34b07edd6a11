/**
 * Grades one notebook. Whatever is wrong with it is reported, and affects no other.
 *
 * @module
 */
import { join } from "node:path";
import { cellInWords, short } from "./cell_in_words.ts";
import { type Exercise, exerciseFor } from "./exercise.ts";
import { judge } from "./judge.ts";
import { type Answer, firstStep, type Outcome, runSteps, type Workplace } from "./kernel.ts";
import { type Limits, stopInWords } from "./limits.ts";
import { plan } from "./plan.ts";
import type { GradedNotebook, PieceResult } from "./results.ts";
import { type Cell, Damaged, readNotebook } from "./student_notebook.ts";
import type { Submission } from "./submissions.ts";

/** Grades a notebook that a student handed in. */
export async function gradeNotebook(
  submission: Submission,
  folder: string,
  exercises: Exercise[],
  place: Workplace,
): Promise<GradedNotebook> {
  const { student, path, problem } = submission;
  const graded = { student, path, pieces: [], problems: [], notes: [] };
  if (problem) return { ...graded, problems: [problem] };
  let cells: Cell[];
  try {
    cells = await readNotebook(join(folder, path));
  } catch (error) {
    if (error instanceof Damaged) return { ...graded, problems: [error.message] };
    // A file that this user may not read, for example.
    return { ...graded, problems: [`it can't be read: ${(error as Error).message}`] };
  }
  const exercise = exerciseFor(cells, exercises);
  if (!exercise) {
    return { ...graded, problems: ["no piece of an exercise is in it: is it another notebook?"] };
  }
  const { steps, notes } = plan(cells, exercise);
  const outcome = await runSteps(steps, place);
  const pieces: PieceResult[] = [];
  for (const { name } of exercise.pieces) {
    pieces.push(await judge(name, answerTo(name, outcome, cells, place.limits), student));
  }
  return {
    ...graded,
    exercise,
    pieces,
    problems: problemsOf(outcome, cells, place.limits),
    notes: [...notes, ...notesOf(outcome, pieces, exercise, cells)],
  };
}

/** What was collected for a piece, or else why its own cell gave nothing, if it is known. */
function answerTo(piece: string, outcome: Outcome, cells: Cell[], limits: Limits): Answer {
  const { answers, stops, errors, finished } = outcome;
  const answer = answers.get(piece);
  if (answer && answer.kind !== "nothing") return answer;
  const own = cells.filter((cell) => cell.piece === piece && cell.role === "answer");
  const isOwn = ({ cell }: { cell: number | string }) =>
    cell === piece || own.some(({ number }) => number === cell);
  const unfit = (message: string): Answer => ({ kind: "unfit", message });
  const stop = stops.find(isOwn);
  if (stop) return unfit(`Its cell ${stopInWords(stop, limits)}.`);
  const raised = errors.find(isOwn);
  if (raised) return unfit(`Its cell raised ${firstLine(raised.error)}.`);
  if (!answer && finished === "no") return unfit("The grading did not get as far as this piece.");
  return { kind: "nothing" };
}

/** What ended the kernel. */
function problemsOf({ stops, finished }: Outcome, cells: Cell[], limits: Limits): string[] {
  const problems = stops.map((stop) => {
    const where = typeof stop.cell === "number"
      ? cellInWords(stop.cell, cells)
      : stop.cell === firstStep
      ? "the kernel, before the first cell,"
      : `the answer to ${stop.cell}`;
    return `${where} ${stopInWords(stop, limits)}`;
  });
  if (finished === "all" && problems.length) problems.push("the other cells ran without it");
  if (finished === "answers") problems.push("in the end only the answer cells ran");
  if (finished === "no") problems.push("the notebook was given up");
  return problems.length ? [problems.join("; ")] : [];
}

/** What the teacher may want to know, without effect on the grades. */
function notesOf(
  { answers, errors, refused }: Outcome,
  pieces: PieceResult[],
  { setup }: Exercise,
  cells: Cell[],
): string[] {
  const notes: string[] = [];
  // Refusals are reported below.
  const own = errors.filter(({ error }) => !error.startsWith("NotCapable"));
  for (const { cell, error } of own.slice(0, 3)) {
    notes.push(`${cellInWords(cell, cells)} raised ${firstLine(error)}`);
  }
  if (own.length > 3) notes.push(`${own.length - 3} more cells raised errors`);
  if (refused.length) notes.push(`tried, and was refused: ${refused.join(", ")}`);
  for (const { piece, verdict } of pieces) {
    const answer = answers.get(piece);
    if (verdict !== "right" || answer?.kind !== "program") continue;
    const borrowed = borrowedFrom(answer.program.source, setup);
    if (borrowed.length) notes.push(`${piece} uses Glassnet's own ${borrowed.join(", ")}`);
  }
  return notes;
}

/** What an answer uses of Glassnet without the exercise's offering it: it may be the solution itself. */
function borrowedFrom(source: string, setup: string): string[] {
  const offered = new Set(setup.match(/\w+/g));
  const used = [...source.matchAll(/\bglassnet\.(\w+)/g)].map(([, name]) => name!);
  return [...new Set(used)].filter((name) => !offered.has(name));
}

function firstLine(text: string): string {
  return short(text.split("\n")[0]!, 160);
}
