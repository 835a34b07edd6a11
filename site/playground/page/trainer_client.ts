/**
 * Starts the trainer and passes messages on.
 *
 * @module
 */
import { startWorker } from "../../../lib/host/page_worker.ts";
import type { FromTrainer, ToTrainer } from "../messages.ts";

/** A trainer in a worker. */
export interface Trainer {
  tell(message: ToTrainer): void;
  end(): void;
}

/**
 * Starts the trainer in a worker.
 *
 * @param hear is given what it says, also that it can't start
 */
export function startTrainer(hear: (message: FromTrainer) => void): Trainer {
  const failed = (reason: string) =>
    hear({ type: "failed", message: `The trainer could not start. ${reason}`.trim() });
  try {
    const worker = startWorker(new URL("../kernel/trainer.js", import.meta.url));
    worker.addEventListener("message", ({ data }) => hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      failed(event.message ?? "");
    });
    return { tell: (message) => worker.postMessage(message), end: () => worker.terminate() };
  } catch (error) {
    queueMicrotask(() => failed((error as Error).message));
    return { tell() {}, end() {} };
  }
}
