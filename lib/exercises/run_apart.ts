import { type Ending, host, type Limits } from "../host/host.ts";
import { libraryAddress } from "./library.ts";
import type { Program } from "./program.ts";
import type { Wire } from "./wire.ts";

/** A function to run on all trials. */
export interface Job {
  program: Program;
}

/** What became of a function in one trial. */
export type Outcome =
  /** It returned something; `changed` are the arguments that are no longer what they were. */
  | { kind: "value"; value: Wire; changed: number[] }
  /** It returned something that no piece returns, such as a promise. */
  | { kind: "unfit"; what: string }
  /** It threw; `piece` names a stub that is not written yet. */
  | { kind: "threw"; name: string; message: string; piece?: string }
  /** It ended the process, or tried to; or it was stopped: it took too long or too much memory. */
  | { kind: Exclude<Ending, "done"> };

export type { Limits };

/** What the worker is sent. */
export interface Work {
  jobs: Job[];
  trials: Wire[][];
  /** The address of the whole of Glassnet. */
  library: string;
}

/** What the worker says before and after each trial. */
export type Message =
  | { job: number; trial: number; begins: true }
  | { job: number; trial: number; outcome: Outcome; printed: string };

/** What became of a function in all trials, and what it printed meanwhile. */
export interface Run {
  /** One for each trial; fewer where it was stopped, the last one then says why. */
  outcomes: Outcome[];
  printed: string;
}

const usual: Limits = { time: 4000, memory: 600e6 };

/**
 * Runs functions apart: they may read lib and nothing else. It ends when they are through, when one
 * takes too long or too much memory, and when this process ends.
 *
 * @returns one run for each job. The jobs after one that was stopped have no outcomes.
 * @throws {Error} if it can't be started
 */
export async function runApart(
  jobs: Job[],
  trials: Wire[][],
  limits: Limits = usual,
): Promise<Run[]> {
  const runs: Run[] = jobs.map(() => ({ outcomes: [], printed: "" }));
  let current = 0;
  const hear = (text: string) => {
    const message: Message = JSON.parse(text);
    current = message.job;
    if ("begins" in message) return;
    runs[current].outcomes[message.trial] = message.outcome;
    runs[current].printed = message.printed;
  };
  const work: Work = { jobs, trials, library: libraryAddress() };
  const ending = await host().runApart(
    "exercises/worker.ts",
    JSON.stringify(work),
    limits,
    hear,
  );
  if (ending !== "done") runs[current].outcomes.push({ kind: ending });
  return runs;
}
