import { DataError } from "../data/errors.ts";
import { found } from "../arguments/found.ts";
import { requireWhole } from "../arguments/require.ts";
import { rateAt } from "../training/learning_rate.ts";
import type { TrainOptions } from "../training/options.ts";
import type { Checkpoint, DigitsMarks, TrainingRecord } from "./checkpoint.ts";

/** The options that a record holds. A schedule is no text, so it is not among them. */
export function settingsIn(
  { digits: _d, dev: _v, rates: _r, warnings: _w, offSince: _o, ...settings }: TrainingRecord,
): TrainOptions {
  const { learningRate, ...others } = settings;
  return learningRate === "a schedule" ? others : { learningRate, ...others };
}

/** Options without those that are undefined. */
export function given(options: TrainOptions): TrainOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/**
 * Checks that a training would go on with what its checkpoint was made with.
 *
 * @param path the checkpoint, for the message
 * @param marks those of the digits that the training would go on with
 * @throws {DataError} if not
 */
export function requireSame(
  path: string,
  { record, iteration, parameters }: Checkpoint,
  options: TrainOptions,
  marks: DigitsMarks,
): void {
  const { iterations = record.iterations } = options;
  requireWhole("iterations", iterations, 0, 1e9);
  const refuse = (problem: string) => {
    throw new DataError(
      `the checkpoint is of another training: ${problem} Only the same training goes on from it. For ` +
        "another one with these parameters: train(digits, { parameters: await loadParameters(path) }).",
      { file: path },
    );
  };
  const { W1 } = parameters;
  const same = { ...record, hidden: W1.rows, dtype: W1.dtype };
  for (const name of ["momentum", "batchSize", "seed", "init", "hidden", "dtype"] as const) {
    const value = options[name];
    if (value !== undefined && value !== same[name]) {
      refuse(`it has the ${name} ${found(same[name])}, but ${found(value)} was given.`);
    }
  }
  if (options.parameters) refuse("it has its own parameters, but others were given.");
  requireSameRate(record, iteration, options.learningRate, refuse);

  for (const [name, words] of [["digits", "digits"], ["dev", "dev images"]] as const) {
    const [of, are] = [record[name], marks[name]];
    if (of?.count !== are?.count) {
      refuse(`it has ${of?.count ?? "no"} ${words}, but ${are?.count ?? "none"} were given.`);
    }
    if (of?.checksum !== are?.checksum) refuse(`it has other ${words} than the ones given.`);
  }
  if (iterations < iteration) {
    refuse(`it has ${iteration} iterations behind it, more than the ${iterations} asked for.`);
  }
}

function requireSameRate(
  { learningRate, rates }: TrainingRecord,
  iteration: number,
  asked: TrainOptions["learningRate"],
  refuse: (problem: string) => void,
): void {
  if (learningRate !== "a schedule") {
    if (asked === undefined || asked === learningRate) return;
    const other = typeof asked === "function" ? "a schedule" : found(asked);
    return refuse(`it has the learningRate ${learningRate}, but ${other} was given.`);
  }
  if (typeof asked !== "function") {
    return refuse(`its learningRate is a schedule, so give the same function again.`);
  }
  const last = Math.max(iteration - 1, 0);
  [0, last].forEach((iteration, i) => {
    const rate = rateAt(asked, iteration);
    if (rate !== rates[i]) {
      refuse(`it has the learningRate(${iteration}) ${rates[i]}, but this one gives ${rate}.`);
    }
  });
}
