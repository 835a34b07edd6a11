/**
 * Runs a student's functions on their trials behind the wall. What is right never goes there: the process
 * gets the arguments, and its results are judged outside.
 *
 * @module
 */
import type { Job, Run } from "../../../lib/exercises/run_apart.ts";
import type { Wire } from "../../../lib/exercises/wire.ts";
import type { Limits } from "../limits.ts";
import type { Scripts } from "./bundle.ts";
import { behindTheWall, type Ending } from "./process.ts";
import * as shape from "./shape.ts";

/** What the worker is sent. */
export interface TrialsWork {
  jobs: (Job & { trials: Wire[][] })[];
  /** What the exercise offers of Glassnet. */
  offered: string[];
}

/** What became of a function, and what it did besides. */
export interface Watched extends Run {
  /** Glassnet's functions that it called without their being offered. */
  called: Set<string>;
}

/** What became of the functions of one notebook. */
export interface Watching {
  runs: Watched[];
  tried: Set<string>;
  forged: boolean;
}

/**
 * Runs functions, each on its own trials. One that has to be stopped takes its process with it; the others go
 * on in a new one.
 *
 * @throws {MachineFailure} if the machine is the reason that there is no result
 */
export async function tryOut(
  work: TrialsWork,
  { limits, scripts }: { limits: Limits; scripts: Scripts },
): Promise<Watching> {
  const { jobs, offered } = work;
  const runs = jobs.map((): Watched => ({ outcomes: [], printed: "", called: new Set() }));
  const watching: Watching = { runs, tried: new Set(), forged: false };
  const deadline = performance.now() + limits.wall * 1000;
  for (let next = 0; next < jobs.length;) {
    let current = next;
    const first = next;
    const wall = Math.max(1, (deadline - performance.now()) / 1000);
    const { ending, tried, forged } = await behindTheWall({
      watch: scripts.watch,
      script: scripts.trials,
      work: { jobs: jobs.slice(first), offered },
      limits: {
        step: limits.trialProcessor,
        processor: limits.piecesProcessor,
        idle: limits.idle,
        memory: limits.memory,
        wall,
      },
    }, (message) => {
      try {
        const said = shape.record(message);
        const job = first + shape.count(said.job, jobs.length - first - 1);
        // A later function has begun: what comes from an earlier one is late.
        if (job < current) return;
        current = job;
        const run = runs[job]!;
        if ("called" in said) run.called.add(shape.text(said.called, 60));
        else if ("outcome" in said) {
          const trial = shape.count(said.trial, jobs[job]!.trials.length - 1);
          run.outcomes[trial] ??= shape.outcome(said.outcome);
        }
      } catch (error) {
        if (!(error instanceof shape.WrongShape)) throw error;
        watching.forged = true;
      }
    });
    for (const one of tried) watching.tried.add(one);
    watching.forged ||= forged;
    if (ending === "done") break;
    withoutHoles(runs[current]!).push({ kind: reasonOf(ending) });
    next = current + 1;
  }
  runs.forEach(withoutHoles);
  return watching;
}

/** The outcomes up to the first one that did not come. */
function withoutHoles({ outcomes }: Run): Run["outcomes"] {
  const hole = Array.from(outcomes).findIndex((outcome) => outcome === undefined);
  if (hole >= 0) outcomes.length = hole;
  return outcomes;
}

function reasonOf(ending: Exclude<Ending, "done">): "time" | "memory" | "left" {
  if (ending === "memory") return "memory";
  return ending === "left" || ending === "flood" ? "left" : "time";
}
