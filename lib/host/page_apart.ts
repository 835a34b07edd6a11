import type { Ending, Limits } from "./host.ts";
import { startWorker } from "./page_worker.ts";
import { TimeLimit } from "./time_limit.ts";

/** No start takes longer than this, on any machine. */
const PATIENCE = 30_000;

/**
 * Runs a worker and ends it when it is through or takes too long. A page can't see how much memory a
 * worker takes; the browser ends one that takes all.
 *
 * @param address the worker's script
 */
export function runApart(
  address: URL,
  work: string,
  limits: Limits,
  hear: (message: string) => void,
): Promise<Ending> {
  const { start = PATIENCE, time } = limits;
  const worker = startWorker(address);
  const starting = new TimeLimit(start);
  const limit = new TimeLimit(time);
  const now = () => ({ clock: performance.now() });
  starting.begin(now());
  let running = false;
  let timer: ReturnType<typeof setInterval>;
  return new Promise<Ending>((end, fail) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      const { done, begins } = JSON.parse(data);
      if (done) return end("done");
      running = begins === true;
      (running ? limit : starting).begin(now());
      hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (running) end("left");
      else fail(new Error(`The check could not start its worker: ${event.message}`));
    };
    // A worker that has closed itself says nothing more.
    timer = setInterval(() => {
      if (!(running ? limit : starting).isOver(now())) return;
      if (running) end("time");
      else fail(new Error(`The check's worker did not start within ${start / 1000} seconds.`));
    }, 25);
    worker.postMessage(work);
  }).finally(() => {
    clearInterval(timer);
    worker.terminate();
  });
}
