/**
 * The process in which the reader's functions run. The functions run in a worker; this thread stays
 * free, watches the processor's time and memory, and ends the process when either runs out, or when the process
 * that has started it is gone.
 *
 * @module
 */
import { cpuUsage } from "node:process";
import type { Order } from "./deno_apart.ts";
import { type Moment, TimeLimit } from "./time_limit.ts";

/** Milliseconds between two signs of life. */
const ALIVE = 1000;

const exit = Deno.exit;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let first = "";
let started = false;
for await (const chunk of Deno.stdin.readable) {
  if (started) continue;
  first += decoder.decode(chunk, { stream: true });
  const end = first.indexOf("\n");
  if (end < 0) continue;
  started = true;
  begin(JSON.parse(first.slice(0, end)));
}
// The other end is closed: nobody is waiting for an answer any more.
exit(0);

function begin({ module, work, limits, secret }: Order): void {
  const say = (message: string) => {
    let bytes = encoder.encode(`${secret}${message}${secret}\n`);
    while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
  };
  const stop = (reason: string) => {
    say(JSON.stringify({ stopped: reason }));
    exit(0);
  };
  const limit = new TimeLimit(limits.time);
  let running = false;
  let told = performance.now();
  const worker = new Worker(module, { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<string>) => {
    const { begins, done } = JSON.parse(data);
    running = begins === true;
    if (running) limit.begin(moment());
    say(data);
    if (done) exit(0);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    stop("left");
  };
  worker.postMessage(work);
  setInterval(() => {
    if (Deno.memoryUsage().rss > limits.memory) stop("memory");
    const now = moment();
    if (running && limit.isOver(now)) stop("time");
    if (now.clock - told < ALIVE) return;
    told = now.clock;
    say(JSON.stringify({ alive: true }));
  }, 25);
}

/** The time by the clock, and of the processors that this process has taken. */
function moment(): Moment {
  const { user, system } = cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}
