/**
 * Starts the trainer and passes messages on.
 *
 * @module
 */
import { startWorker } from "../../../lib/host/page_worker.ts";
import type { FromTrainer, ToTrainer } from "../messages.ts";

/**
 * Starts the trainer in a worker.
 *
 * @param hear is given what it says
 * @returns how to tell it something
 */
export function startTrainer(hear: (message: FromTrainer) => void): (message: ToTrainer) => void {
  const worker = startWorker(new URL("../kernel/trainer.js", import.meta.url));
  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    const message = `The training could not be started: ${
      event.message || "no worker may run here"
    }.`;
    hear({ type: "failed", message });
  });
  return (message) => worker.postMessage(message);
}
