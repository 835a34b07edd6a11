import type { Velocity } from "../network/momentum.ts";
import { gradientNames, parameterNames } from "../network/parameters.ts";
import type { HistoryEntry } from "../training/history.ts";
import { rateOf } from "../training/learning_rate.ts";
import type { Settings, TrainingState } from "../training/state.ts";
import { parameterTensors } from "./save_parameters.ts";
import { readMatrix, readParameters } from "./load_parameters.ts";
import type { DigitsMark } from "./digits_mark.ts";
import { safetensors, type Tensor } from "./safetensors.ts";
import { SafetensorsFile } from "./safetensors_file.ts";
import { toTensor } from "./tensors.ts";

// A checkpoint is a safetensors file with the tensors W1, b1, W2 and b2 of the parameters, velocity.dW1
// and so on of a training with momentum, and history.loss and so on with a number for each entry. Its
// metadata has a `format`, the last character being the version, and under `training` the record below
// as JSON.

const FORMAT = "glassnet checkpoint 1";
const MEASURES = ["loss", "accuracy", "devAccuracy"] as const;

/** The marks of the digits that a training learns from, and of those held out. */
export interface DigitsMarks {
  digits: DigitsMark;
  dev?: DigitsMark;
}

/** What a checkpoint says of its training besides the numbers: all that can be compared. */
export interface TrainingRecord extends Omit<Settings, "learningRate">, DigitsMarks {
  /** A schedule is known again by what it gave at first and at last. */
  learningRate: number | "a schedule";
  rates: [first: number, last: number];
  /** What was said of it so far, by iteration; nothing if it goes well. */
  warnings?: [iteration: number, warning: string][];
  /** Since which iteration every hidden unit is off, if they are. */
  offSince?: number;
}

/** What a checkpoint holds. */
export interface Checkpoint extends TrainingState {
  record: TrainingRecord;
}

/** The bytes of a checkpoint. */
export function checkpointBytes(
  { iteration, parameters, velocity, history, offSince }: TrainingState,
  settings: Settings,
  marks: DigitsMarks,
): Uint8Array {
  const rate = rateOf(settings.learningRate);
  const isSchedule = typeof settings.learningRate === "function";
  const record: TrainingRecord = {
    ...settings,
    learningRate: isSchedule ? "a schedule" : settings.learningRate as number,
    rates: [rate(0), rate(Math.max(iteration - 1, 0))],
    ...marks,
    offSince,
  };
  const warnings = history.flatMap(({ iteration, warning }): [number, string][] =>
    warning === undefined ? [] : [[iteration, warning]]
  );
  if (warnings.length > 0) record.warnings = warnings;
  const tensors: [string, Tensor][] = parameterTensors(parameters);
  if (velocity) {
    for (const name of gradientNames) tensors.push([`velocity.${name}`, toTensor(velocity[name])]);
  }
  for (const name of MEASURES) {
    const values = Float64Array.from(history, (entry) => entry[name] ?? NaN);
    tensors.push([`history.${name}`, { shape: [values.length], values }]);
  }
  return safetensors(tensors, { format: FORMAT, training: JSON.stringify(record) });
}

/**
 * Reads a checkpoint.
 *
 * @throws {DataError} if there is no such file, or it is no whole checkpoint
 */
export async function readCheckpoint(path: string): Promise<Checkpoint> {
  using file = await SafetensorsFile.open(path);
  if (file.metadata.get("format") !== FORMAT) {
    throw file.error(
      "expected a checkpoint of a training, but found another file. If it has parameters, begin " +
        "anew with train(digits, { parameters: await loadParameters(path) }).",
    );
  }
  const record = readRecord(file);
  const parameters = await readParameters(file);
  const history = await readHistory(file);
  for (const [iteration, warning] of record.warnings ?? []) {
    if (history[iteration]) history[iteration].warning = String(warning);
  }
  let velocity: Velocity | undefined;
  if (record.momentum > 0) {
    velocity = {
      dW1: await readMatrix(file, "velocity.dW1"),
      db1: await readMatrix(file, "velocity.db1"),
      dW2: await readMatrix(file, "velocity.dW2"),
      db2: await readMatrix(file, "velocity.db2"),
    };
    for (const name of parameterNames) {
      const [P, V] = [parameters[name], velocity[`d${name}`]];
      if (P.shape === V.shape && P.dtype === V.dtype) continue;
      throw file.error("the velocity does not have the parameters' shapes. The file is damaged.");
    }
  }
  const { offSince } = record;
  return { record, iteration: history.length - 1, parameters, velocity, history, offSince };
}

function readRecord(file: SafetensorsFile): TrainingRecord {
  try {
    const record = JSON.parse(file.metadata.get("training") ?? "") as TrainingRecord;
    const { iterations, learningRate, momentum, batchSize, seed, rates, digits, dev } = record;
    const { offSince = 0 } = record;
    const numbers = [
      iterations,
      momentum,
      batchSize,
      seed,
      ...rates,
      digits.count,
      digits.checksum,
      offSince,
    ];
    if (dev) numbers.push(dev.count, dev.checksum);
    if (learningRate !== "a schedule") numbers.push(learningRate);
    const { warnings = [] } = record;
    const areTexts = Array.isArray(warnings) && warnings.every((one) => Array.isArray(one));
    if (areTexts && numbers.every(Number.isFinite)) return record;
  } catch {
    // What is said below holds for all ways in which a record can be wrong.
  }
  throw file.error("the record of the training in the header is damaged. Take another checkpoint.");
}

async function readHistory(file: SafetensorsFile): Promise<HistoryEntry[]> {
  const [loss, accuracy, devAccuracy] = [
    await file.read("history.loss"),
    await file.read("history.accuracy"),
    await file.read("history.devAccuracy"),
  ].map(({ values }) => values);
  const { length } = loss;
  if (length === 0 || accuracy.length !== length || devAccuracy.length !== length) {
    throw file.error("the history does not have a loss and an accuracy for every entry.");
  }
  return Array.from(loss, (loss, iteration) => {
    const entry: HistoryEntry = { iteration, loss, accuracy: accuracy[iteration] };
    if (!Number.isNaN(devAccuracy[iteration])) entry.devAccuracy = devAccuracy[iteration];
    return entry;
  });
}
