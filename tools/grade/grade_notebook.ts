/**
 * Grades one notebook. Whatever is wrong with it is reported, and affects no other.
 *
 * @module
 */
import { join } from "node:path";
import { cellInWords, short } from "./cell_in_words.ts";
import { type Exercise, exerciseFor } from "./exercise.ts";
import { judgeAnswers } from "./judge.ts";
import { type Limits, stopInWords } from "./limits.ts";
import { declaration, plan } from "./plan.ts";
import { type GradedNotebook, type PieceResult, unreadable } from "./results.ts";
import { type Cell, Damaged, readNotebook } from "./student_notebook.ts";
import { nothingHandedIn, type Submission } from "./submissions.ts";
import { type Answer, firstStep, type Outcome, runCells, type Tries } from "./wall/cells.ts";
import type { Workplace } from "./wall/cells.ts";

/**
 * Grades a notebook that a student handed in.
 *
 * @throws {MachineFailure} if the machine is the reason that there is no result
 */
export async function gradeNotebook(
  submission: Submission,
  folder: string,
  exercises: Exercise[],
  place: Workplace & { seed: number },
): Promise<GradedNotebook> {
  const { student, path, problem, late } = submission;
  const notes = late ? ["it came late, says Canvas"] : [];
  const graded = { student, path, pieces: [], problems: [], notes, look: [] };
  if (problem === nothingHandedIn) return { ...graded, problems: [problem] };
  if (problem) return { ...graded, problems: [problem], ...unreadableFile(path, exercises) };
  let cells: Cell[];
  try {
    cells = await readNotebook(join(folder, path));
  } catch (error) {
    // Or a file that this user may not read, for example.
    const why = error instanceof Damaged
      ? error.message
      : `it can't be read: ${(error as Error).message}`;
    return { ...graded, problems: [why], ...unreadableFile(path, exercises) };
  }
  const exercise = exerciseFor(cells, exercises);
  if (!exercise) {
    return { ...graded, problems: ["no piece of an exercise is in it: is it another notebook?"] };
  }
  const planned = plan(cells, exercise);
  const outcome = await runCells(planned, place);
  const judged = await judgeAnswers(
    exercise,
    (piece) => answersTo(piece, outcome, cells, place.limits),
    place,
    student,
  );
  const tried = new Set([...outcome.tried, ...judged.tried]);
  return {
    ...graded,
    exercise: exercise.name,
    pieces: judged.pieces,
    problems: [
      ...textCells(cells, exercise, judged.pieces),
      ...problemsOf(outcome, cells, place.limits),
    ],
    notes: [
      ...notes,
      ...planned.notes,
      ...judged.notes,
      ...errorNotes(outcome, cells),
      ...hintNotes(cells),
    ],
    look: [
      ...judged.look,
      ...triedInWords([...tried]),
      ...(outcome.forged || judged.forged
        ? ["sent messages of its own to the grading, or changed what makes them"]
        : []),
      ...shownAsRight(cells, judged.pieces),
    ],
  };
}

/** What the notebook asked for and did not get; the first few. */
function triedInWords(tried: string[]): string[] {
  if (!tried.length) return [];
  const more = tried.length > 6 ? `, and ${tried.length - 5} more` : "";
  const first = tried.slice(0, more ? 5 : 6).map((one) => short(one, 100));
  return [`tried, and was refused: ${first.join(", ")}${more}`];
}

/** A file that can't be read, with the pieces of the exercise after which it is named. */
function unreadableFile(path: string, exercises: Exercise[]): Partial<GradedNotebook> {
  const name = path.replace(/^.*[/\\]/, "").toLowerCase();
  const exercise = exercises.find((one) => {
    const [known, number] = [one.name.toLowerCase(), /^\d+/.exec(one.name)?.[0]];
    return name.includes(known.replace(/\.ipynb$/, "")) ||
      number !== undefined && new RegExp(`^${number}\\b`).test(name);
  });
  if (!exercise) return { unknown: true };
  const pieces = unreadable(exercise.pieces.map(({ name }) => name));
  return { exercise: exercise.name, pieces };
}

/** What was collected for a piece, or else why its own cell gave nothing, if it is known. */
function answersTo(piece: string, outcome: Outcome, cells: Cell[], limits: Limits): Tries {
  const { answers, stops, errors, finished } = outcome;
  const tries = answers.get(piece) ?? {};
  const isThere = (answer?: Answer) => answer !== undefined && answer.kind !== "nothing";
  if (isThere(tries.check) || isThere(tries.name)) return tries;
  const own = cells.filter((cell) => cell.piece === piece && cell.role === "answer");
  const isOwn = ({ cell }: { cell: number | string }) =>
    cell === piece || own.some(({ number }) => number === cell);
  const unfit = (message: string): Tries => ({ name: { kind: "unfit", message } });
  const stop = stops.find(isOwn);
  if (stop) return unfit(`Its cell ${stopInWords(stop, limits)}.`);
  const raised = errors.find(isOwn);
  if (raised) {
    const { source = "" } = own.find(({ number }) => number === raised.cell) ?? {};
    return unfit(foreign(source) ?? `Its cell raised ${firstLine(raised.error)}.`);
  }
  if (!tries.name && finished === "no") {
    return unfit("The grading did not get as far as this piece.");
  }
  return tries;
}

/** What stands in a cell that is not TypeScript, by its name. */
function foreign(source: string): string | undefined {
  if (/^(<{7}|={7}|>{7})/m.test(source)) {
    return "Its cell has the marks of a merge conflict, such as <<<<<<<: two versions stand in it.";
  }
  const magic = /^\s*(%%?\w+)/.exec(source)?.[1];
  if (magic) {
    return `Its cell begins with ${magic}, a command of Python's notebooks, and is not TypeScript.`;
  }
}

/** Answers that stand in text cells, so that nothing of them runs. */
function textCells(cells: Cell[], { pieces }: Exercise, results: PieceResult[]): string[] {
  return pieces.flatMap(({ name, answer }) => {
    if (results.find(({ piece }) => piece === name)?.verdict === "right") return [];
    const cell = cells.find(({ isCode, source, piece, role }) =>
      !isCode &&
      (piece === name && role === "answer" ||
        declaration(answer).test(source) && source.includes("{"))
    );
    return cell ? [`the answer to ${name} stands in a text cell, so it does not run`] : [];
  });
}

/** What ended the process. */
function problemsOf({ stops, finished }: Outcome, cells: Cell[], limits: Limits): string[] {
  const problems = stops.map((stop) => {
    const where = typeof stop.cell === "number"
      ? cellInWords(stop.cell, cells)
      : stop.cell === firstStep
      ? "the notebook, before its first cell,"
      : `the answer to ${stop.cell}`;
    return `${where} ${stopInWords(stop, limits)}`;
  });
  if (finished === "all" && problems.length) problems.push("the other cells ran without it");
  if (finished === "answers") problems.push("in the end only the answer cells ran");
  if (finished === "no") problems.push("the notebook was given up");
  return problems.length ? [problems.join("; ")] : [];
}

/** What the teacher may want to know, without effect on the grades. */
function errorNotes({ errors, mended }: Outcome, cells: Cell[]): string[] {
  const notes: string[] = [];
  // Refusals are reported for themselves, and a check that finds no answer is no news.
  const isNews = ({ cell, error }: Outcome["errors"][number]) =>
    !/^(NotCapable|TypeError: There is no module)/.test(error) &&
    cells.find(({ number }) => number === cell)?.role !== "check";
  const own = errors.filter(isNews);
  for (const { cell, error } of own.slice(0, 3)) {
    const { source = "" } = cells.find(({ number }) => number === cell) ?? {};
    notes.push(
      `${cellInWords(cell, cells)} raised ${firstLine(error)}` +
        (foreign(source) ? `. ${foreign(source)!.replace(/\.$/, "")}` : ""),
    );
  }
  if (own.length > 3) notes.push(`${own.length - 3} more cells raised errors`);
  if (mended.length) {
    const which = mended.slice(0, 3).map((cell) => cellInWords(cell, cells)).join(" and ");
    notes.push(`${which} ran only after the cells below`);
  }
  return notes;
}

/** The hints that the notebook shows, where they have to be earned. */
function hintNotes(cells: Cell[]): string[] {
  const seen = cells.flatMap(({ hints = [] }) => hints).map(({ piece, open }) =>
    `${piece} ${open}`
  );
  // Nobody has more, and a notebook may claim any number.
  return seen.length ? [`hints seen: ${[...new Set(seen)].slice(0, 20).join(", ")}`] : [];
}

/** Outputs in which the notebook shows a piece as right that is not. */
function shownAsRight(cells: Cell[], results: PieceResult[]): string[] {
  const shown = new Set(
    cells.flatMap(({ shown = [] }) => shown).filter(({ verdict }) => verdict === "right")
      .map(({ piece }) => piece),
  );
  const names = results.filter(({ piece, verdict }) => verdict !== "right" && shown.has(piece))
    .map(({ piece }) => piece);
  return names.length
    ? [
      `the notebook shows as right what is not: ${
        names.join(", ")
      } (changed after its check, or forged)`,
    ]
    : [];
}

function firstLine(text: string): string {
  return short(text.split("\n")[0]!, 160);
}
