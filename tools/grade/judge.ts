/**
 * Decides on a notebook's answers, in this process and with the teacher's copy of the checks. The
 * functions run behind the wall; what is right never goes there.
 *
 * @module
 */
import type { Exercise as Checked } from "../../lib/exercises/exercise.ts";
import { judge as judgeRun, type Judgment } from "../../lib/exercises/judge.ts";
import "glassnet"; // where the exercises register themselves
import { type Program, writtenOf } from "../../lib/exercises/program.ts";
import { registeredAs } from "../../lib/exercises/registry.ts";
import type { Exercise } from "./exercise.ts";
import { type FreshTrials, freshTrials, without } from "./fresh.ts";
import { betterOf, type PieceResult } from "./results.ts";
import type { Answer, Tries, Workplace } from "./wall/cells.ts";
import { tryOut, type Watched } from "./wall/trials.ts";

/** What the answers of a notebook came to. */
export interface Judged {
  pieces: PieceResult[];
  /** What the teacher should look at. */
  look: string[];
  /** What else was noticed. */
  notes: string[];
  tried: Set<string>;
  forged: boolean;
}

/** A function that is to be tried out, for a piece. */
interface Candidate {
  piece: string;
  exercise: Checked;
  program: Program;
  trials: FreshTrials;
}

/**
 * Judges the answers of a notebook. Of a piece at most two answers count: what its last check was given,
 * and what has its name at the end. The better one decides.
 *
 * @throws {MachineFailure} if the machine is the reason that there is no result
 */
export async function judgeAnswers(
  { setup, pieces }: Exercise,
  answerTo: (piece: string) => Tries,
  place: Workplace & { seed: number },
  student?: string,
): Promise<Judged> {
  const candidates: Candidate[] = [];
  for (const { name } of pieces) {
    const exercise = registeredAs(name);
    if (exercise?.kind !== "function") continue;
    const { check, name: last } = answerTo(name);
    const programs = [check, last].flatMap((one) => one?.kind === "program" ? one.program : []);
    const texts = new Set(programs.map((program) => JSON.stringify(program)));
    const trials = texts.size > 0 ? await freshTrials(exercise, place.seed, student) : undefined;
    for (const text of texts) {
      candidates.push({ piece: name, exercise, program: JSON.parse(text), trials: trials! });
    }
  }
  const jobs = candidates.map(({ program, trials }) => ({ program, trials: trials.all }));
  const { runs, tried, forged } = await tryOut({ jobs, offered: offeredBy(setup) }, place);
  const judged: Judged = { pieces: [], look: [], notes: [], tried, forged };
  const results = new Map(candidates.map((candidate, k) => [
    JSON.stringify([candidate.piece, candidate.program]),
    { ...judgeOne(candidate, runs[k]!), called: runs[k]!.called },
  ]));
  const resultOf = (piece: string, answer: Answer | undefined) =>
    answer?.kind === "program"
      ? results.get(JSON.stringify([piece, answer.program]))!
      : withoutRunning(piece, answer);

  const reaching = new Map<string, string[]>();
  for (const { name } of pieces) {
    const tries = answerTo(name);
    const [check, last] = [resultOf(name, tries.check), resultOf(name, tries.name)];
    const best = betterOf(last, check);
    const { called, onlyKnown, ...result } = best as PieceResult & Extras;
    judged.pieces.push(result);
    if (tries.check && tries.name && check.verdict !== last.verdict) {
      judged.notes.push(
        best === last
          ? `${name}: what stands at the end of the notebook counts; what its check was given is not as good`
          : `${name}: what its check was given counts; what stands at the end of the notebook is not as good`,
      );
    }
    if (result.verdict === "right" && called?.size) {
      judged.look.push(`${name} uses Glassnet's own ${[...called].join(", ")}`);
    }
    for (const one of reachesFor(result.source ?? "")) {
      reaching.set(one, [...reaching.get(one) ?? [], name]);
    }
    if (onlyKnown) {
      judged.look.push(
        `${name} is right on the trials that everybody can see, and not on the one drawn anew`,
      );
    }
  }
  // What several answers mention stands there once.
  const groups = Map.groupBy(reaching, ([, names]) => names.join(", "));
  for (const [names, group] of groups) {
    const verb = names.includes(",") ? "mention" : "mentions";
    judged.look.push(
      `${names} ${verb} ${group.map(([one]) => one).join(", ")}, which no piece needs`,
    );
  }
  return judged;
}

/** What an answer mentions that reaches beyond it. */
function reachesFor(source: string): string[] {
  const found = source.match(
    /\bDeno\.\w+|\bprocess\.\w+|\brequire\b|\bfetch\(|\bnew Function\b|\beval\(|\bWorker\b|\bimport\(/g,
  );
  return [...new Set(found)].slice(0, 6);
}

/** What is known of an answer besides its verdict. */
interface Extras {
  /** Glassnet's functions that it called without their being offered. */
  called?: Set<string>;
  /** Whether it is right on all trials but the one that was drawn. */
  onlyKnown?: boolean;
}

function judgeOne(
  { piece, exercise, program, trials }: Candidate,
  run: Watched,
): PieceResult & Extras {
  try {
    const written = writtenOf(program);
    const judgment = judgeRun(exercise, trials, run, written);
    const result = resultFrom(piece, judgment, program.source);
    if (judgment.verdict === "right" || run.outcomes.length < trials.all.length) return result;
    const known = { ...run, outcomes: run.outcomes.toSpliced(trials.fresh, 1) };
    const onlyKnown = judgeRun(exercise, without(trials), known, written).verdict === "right";
    return { ...result, onlyKnown };
  } catch (error) {
    // Such as a result that no check can read.
    const message = `The check could not be made: ${
      String((error as Error).message).slice(0, 300)
    }`;
    return { piece, verdict: "failed", message };
  }
}

function resultFrom(
  piece: string,
  { verdict, mistake, message }: Judgment,
  source?: string,
): PieceResult {
  return { piece, verdict, mistake, message: message.slice(0, 1500), source };
}

/** The result of an answer that is no function. */
function withoutRunning(piece: string, answer: Answer = { kind: "nothing" }): PieceResult {
  switch (answer.kind) {
    case "unfit":
      return { piece, verdict: "failed", message: answer.message };
    case "value": {
      const { value } = answer;
      const question = registeredAs(piece);
      if (question?.kind === "question" && typeof value === "object") {
        return resultFrom(piece, question.judge(value ?? {}));
      }
      return {
        piece,
        verdict: "failed",
        message: `${piece} is no function, but a ${typeof value}.`,
      };
    }
    default:
      return { piece, verdict: "missing", message: `There is no ${piece} in the notebook.` };
  }
}

/** The names that an exercise offers: those of its first cell, and what any notebook may use. */
function offeredBy(setup: string): string[] {
  return [
    ...setup.match(/\w+/g) ?? [],
    "notWritten",
    "NotWrittenError",
    "ArgumentError",
    "ShapeError",
  ];
}
