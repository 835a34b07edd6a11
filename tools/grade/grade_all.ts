/**
 * Grades the notebooks of a class, several at once, so that neither a student nor the machine can spoil
 * the others' results.
 *
 * @module
 */
import { pooledMap } from "@std/async/pool";
import type { Journal } from "./journal.ts";
import type { Limits } from "./limits.ts";
import type { GradedNotebook, PieceResult } from "./results.ts";
import type { Submission } from "./submissions.ts";

/** What is in a notebook. */
interface Parts {
  /** The file name of the exercise that it is, if that is known. */
  exercise?: string;
  pieces: string[];
}

/** How the notebooks are graded. */
export interface Ways {
  /** How many at once. */
  jobs: number;
  limits: Pick<Limits, "student">;
  /** Minutes after which no further notebook begins. */
  minutes?: number;
  /** Grades one. Whatever it throws is no verdict: it is tried again. */
  grade: (submission: Submission) => Promise<GradedNotebook>;
  /** What is in a notebook that has no result. */
  partsOf: (submission: Submission) => Promise<Parts>;
  /** Is told of each result. */
  told: (done: number, notebook: GradedNotebook) => void;
  /** Whether the grading is being stopped: what ends now is not a result. */
  stopped: () => boolean;
}

/**
 * Grades what the journal has not; what the machine prevented, once more and alone. If it fails again,
 * the notebook could not be judged, and the journal does not keep that.
 *
 * @returns the results, and how many notebooks were not begun or not finished
 */
export async function gradeAll(
  submissions: Submission[],
  { jobs, limits, minutes = Infinity, grade, partsOf, told, stopped }: Ways,
  journal: Pick<Journal, "resultOf" | "add">,
): Promise<{ graded: GradedNotebook[]; waiting: number }> {
  const results = new Map<Submission, GradedNotebook>();
  const failed: Submission[] = [];
  const used = new Map<string, number>();
  const deadline = performance.now() + minutes * 60_000;
  const partsIn = (submission: Submission): Promise<Parts> =>
    partsOf(submission).catch(() => ({ pieces: [] }));
  const isOver = () => stopped() || performance.now() > deadline;
  const keep = async (submission: Submission, notebook: GradedNotebook) => {
    // A signal has ended the processes: this is not a result.
    if (stopped()) return;
    const result = { ...notebook, id: submission.id };
    results.set(submission, result);
    if (!notebook.unjudged) await journal.add(submission, result);
    told(results.size, notebook);
  };
  const one = async (submission: Submission) => {
    const known = await journal.resultOf(submission);
    if (known) return void results.set(submission, known);
    if (isOver()) return;
    const { student } = submission;
    if ((used.get(student) ?? 0) > limits.student) {
      const why = `this student's other notebooks took more than ${limits.student} s`;
      return await keep(submission, {
        ...without(submission, await partsIn(submission), "failed", "The notebook was not run."),
        problems: [`it was not run: ${why}`],
      });
    }
    const began = performance.now();
    const notebook = await grade(submission).catch(() => undefined);
    used.set(student, (used.get(student) ?? 0) + (performance.now() - began) / 1000);
    if (notebook) await keep(submission, notebook);
    else failed.push(submission);
  };
  try {
    await Array.fromAsync(pooledMap(jobs, submissions, one));
  } catch (error) {
    // Such as a full disk: the first one says it.
    throw error instanceof AggregateError ? error.errors[0] : error;
  }
  for (const submission of failed) {
    if (isOver()) break;
    const notebook = await grade(submission).catch(async ({ message }) => ({
      ...without(submission, await partsIn(submission), "unjudged"),
      problems: ["it could not be judged, since the machine that grades failed twice"],
      notes: [`the machine: ${message}`],
      unjudged: true,
    }));
    await keep(submission, notebook);
  }
  const graded = submissions.flatMap((submission) => results.get(submission) ?? []);
  return { graded, waiting: submissions.length - graded.length };
}

/** The result of a notebook that did not run, or not to an end. */
function without(
  { student, path }: Submission,
  { exercise, pieces }: Parts,
  verdict: PieceResult["verdict"],
  message = "",
): GradedNotebook {
  return {
    ...{ student, path, exercise, problems: [], notes: [], look: [] },
    pieces: pieces.map((piece) => ({ piece, verdict, message })),
  };
}
