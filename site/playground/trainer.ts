/**
 * The playground's training, in a worker: lib's own `train`, which waits between two updates while the
 * page is paused.
 *
 * @module
 */
/// <reference lib="webworker" />
import "../kernel/place.ts";
import { page } from "../../lib/host/page.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import { split } from "../../lib/data/split.ts";
import { packMatrix } from "../../lib/explorer/packing.ts";
import { packParameters } from "../../lib/explorer/explorer.ts";
import { selectColumns } from "../../lib/matrix/select_columns.ts";
import { forward } from "../../lib/network/forward.ts";
import { initParameters, type Parameters } from "../../lib/network/parameters.ts";
import { batches } from "../../lib/training/batches.ts";
import { accompany } from "../../lib/training/companions.ts";
import type { Digits } from "../../lib/training/digits.ts";
import { misclassified } from "../../lib/training/predict.ts";
import type { HistoryEntry } from "../../lib/training/history.ts";
import { train } from "../../lib/training/train.ts";
import { loadParameters } from "../../lib/saving/load_parameters.ts";
import { saveParameters } from "../../lib/saving/save_parameters.ts";
import { provideDigits } from "../kernel/digit_files.ts";
import type { Content } from "../kernel/protocol.ts";
import { Gate } from "./gate.ts";
import { addedBytes } from "./added.ts";
import type { Frame, FromTrainer, Look, ToTrainer } from "./messages.ts";
import type { PlaygroundSettings } from "./settings.ts";

declare const self: DedicatedWorkerGlobalScope;
const tell = (message: FromTrainer) => self.postMessage(message);

/** Images held out. */
const held = 1000;
/** Images that the explorer can show of a batch. */
const shown = 12;
/** Milliseconds between two frames, so that each picture on the screen finds a new one, and between two looks. */
const [frameTime, lookTime] = [12, 200];

let gate = new Gate();
accompany({
  names: [],
  join() {
    const own = gate;
    return { onPause: () => own.pass() };
  },
});

interface Data {
  digits: Digits;
  dev: Digits;
  /** A part of dev that is looked at all the time. */
  some: Digits;
}

let data: Promise<Data> | undefined;

async function loadData(own: { [path: string]: Content }): Promise<Data> {
  const address = new URL("data/", import.meta.url);
  provideDigits(page.files, address, (_, done, total) => tell({ type: "loading", done, total }));
  for (const [path, content] of Object.entries(own)) page.files.put(path, content);
  const all = await readDigits(page.files.join(page.files.data, "train.csv"), {
    onProgress: ({ done, total }) => tell({ type: "loading", done, total }),
  });
  if (all.count <= held) {
    throw new Error(
      `The playground holds ${held.toLocaleString("en")} images out, and your train.csv has ` +
        `${all.count} in all. Open one with more of them, or forget it under "Your files".`,
    );
  }
  const { train: digits, dev } = split(all, { dev: held });
  const first = Array.from({ length: 200 }, (_, j) => j);
  const some = {
    X: selectColumns(dev.X, first),
    labels: dev.labels!.slice(0, first.length),
    count: first.length,
  };
  return { digits, dev, some };
}

let current: { abort: AbortController; frames: Frames } | undefined;
/** How often the page has asked for another training: only the last one begins. */
let asked = 0;
let finished: Promise<unknown> = Promise.resolve();

self.addEventListener("message", async ({ data: message }: MessageEvent<ToTrainer>) => {
  try {
    switch (message.type) {
      case "begin":
        return await begin(message);
      case "go":
        return gate.open();
      case "step":
        return gate.openOnce();
      case "pause":
        return gate.close();
      case "step-into":
        await paused();
        return current?.frames.stepInto();
      case "save":
        await paused();
        return await save(message.path);
    }
  } catch (error) {
    tell({ type: "failed", message: (error as Error).message });
  }
});

/** Waits for the update that a training still makes when it is to pause. */
function paused(): Promise<unknown> | undefined {
  return gate.isOpen ? undefined : Promise.race([gate.arrival, finished]);
}

/** Ends the training that runs, and begins another that waits before its first update. */
async function begin({ settings, own, start }: ToTrainer & { type: "begin" }): Promise<void> {
  const mine = ++asked;
  current?.abort.abort();
  current = undefined;
  gate.open();
  // At once: a press of start that follows is meant for the new training.
  gate = new Gate();
  await finished;
  if (mine !== asked) return;
  const { digits, dev, some } = await (data ??= loadData(own));
  const { hidden, init, seed } = settings;
  const parameters = start ? await opened(start) : initParameters({ hidden, init, seed });
  if (mine !== asked) return;
  const frames = new Frames(settings, digits, some);
  const abort = new AbortController();
  current = { abort, frames };
  tell({ type: "ready" });
  finished = train(digits, {
    ...settings,
    batchSize: Math.min(settings.batchSize, digits.count),
    parameters,
    dev,
    iterations: 1e9,
    signal: abort.signal,
    onProgress: (entry, parameters) => frames.add(entry, parameters),
  }).then(({ stopped }) => {
    if (stopped && stopped.reason !== "aborted") {
      tell({ type: "stopped", message: stopped.message });
    }
  }, (error: Error) => tell({ type: "failed", message: error.message }));
}

/** A network that was saved. */
async function opened({ name, content }: { name: string; content: Content }): Promise<Parameters> {
  page.files.put(name, content);
  const parameters = await loadParameters(name);
  packParameters("The playground", parameters); // It says so if this network reads no digits.
  return parameters;
}

/** Gives the network of the moment as a file. */
async function save(path: string): Promise<void> {
  const { parameters } = current!.frames;
  await saveParameters(path, parameters!, { overwrite: true });
  tell({ type: "saved", path, bytes: await page.files.read(path) });
}

/** Gathers what happens between two frames, and sends them. */
class Frames {
  #losses: number[] = [];
  #accuracies: number[] = [];
  #devAccuracy?: number;
  #sent = -Infinity;
  #looked = -Infinity;
  #iteration = 0;
  #parameters?: Parameters;
  /** W1 before the first update. */
  #first?: ArrayLike<number>;

  /** The network of the moment. */
  get parameters(): Parameters | undefined {
    return this.#parameters;
  }

  constructor(
    readonly settings: PlaygroundSettings,
    readonly digits: Digits,
    readonly some: Digits,
  ) {}

  add(
    { iteration, loss, accuracy, devAccuracy, warning }: HistoryEntry,
    parameters: Parameters,
  ): void {
    if (current?.frames !== this) return; // Another training has been asked for.
    if (warning) tell({ type: "warning", message: warning });
    this.#losses.push(loss);
    this.#accuracies.push(accuracy);
    this.#devAccuracy = devAccuracy ?? this.#devAccuracy;
    this.#iteration = iteration;
    this.#parameters = parameters;
    this.#first ??= parameters.W1.values.slice();
    const now = performance.now();
    // While the page waits, every update is shown at once.
    if (now - this.#sent < frameTime && gate.isOpen) return;
    this.#sent = now;
    const looks = now - this.#looked >= lookTime || !gate.isOpen;
    if (looks) this.#looked = now;
    const frame: Frame = {
      iteration,
      epochs: (iteration * this.settings.batchSize) / this.digits.count,
      loss,
      accuracy,
      devAccuracy: this.#devAccuracy,
      losses: this.#losses,
      accuracies: this.#accuracies,
      added: addedBytes(parameters.W1, this.#first),
      look: looks ? this.#look(parameters) : undefined,
    };
    [this.#losses, this.#accuracies] = [[], []];
    tell({ type: "frame", frame });
  }

  /** Which of some held-out images are wrong, and which hidden units are off for all of them. */
  #look(parameters: Parameters): Look {
    const { A1 } = forward(parameters, this.some.X);
    const rows = A1.toArray();
    const off = rows.filter((row) => row.every((answer) => answer === 0)).length;
    const mistakes = misclassified(parameters, this.some).slice(0, 12).map(
      ({ index, label, predicted }) => ({
        label,
        predicted,
        pixels: Uint8Array.from(
          selectColumns(this.some.X, [index]).values,
          (pixel) => Math.round(pixel * 255),
        ),
      }),
    );
    return { parameters: packParameters("playground", parameters), off, mistakes };
  }

  /** The next update, with the first images of its batch: as many as the explorer can show. */
  stepInto(): void {
    const { settings, digits } = this;
    const size = Math.min(settings.batchSize, digits.count);
    const batch = batches(digits.X, digits.labels!, {
      size,
      seed: settings.seed,
      first: this.#iteration,
    }).next().value;
    const first = Array.from({ length: Math.min(shown, size) }, (_, j) => j);
    tell({
      type: "step-into",
      payload: {
        kind: "explorer",
        parameters: packParameters("playground", this.#parameters!),
        X: packMatrix(selectColumns(batch.X, first)),
        labels: [...batch.labels.slice(0, first.length)],
        learningRate: settings.learningRate,
      },
    });
  }
}
