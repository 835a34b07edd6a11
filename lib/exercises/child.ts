/**
 * The process in which the reader's functions run. The functions run in a worker; this thread stays
 * free, watches time and memory, and ends the process when either runs out, or when the process
 * that has started it is gone.
 *
 * @module
 */
import type { Limits } from "./run_apart.ts";

const encoder = new TextEncoder();
const exit = Deno.exit;

function say(text: string): void {
  let bytes = encoder.encode(text + "\n");
  while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
}

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const decoder = new TextDecoder();
let first = "";
let started = false;
for await (const chunk of Deno.stdin.readable) {
  if (started) continue;
  first += decoder.decode(chunk, { stream: true });
  const end = first.indexOf("\n");
  if (end < 0) continue;
  started = true;
  begin(first.slice(0, end));
}
// The other end is closed: nobody is waiting for an answer any more.
exit(0);

function begin(text: string): void {
  const { limits, secret, work } = JSON.parse(text) as {
    limits: Limits;
    secret: string;
    work: string;
  };
  let latest = performance.now();
  let running = false;
  worker.onmessage = ({ data }: MessageEvent<string>) => {
    latest = performance.now();
    running = !data.includes('"outcome"');
    say(secret + data);
    if (data === '{"done":true}') exit(0);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    say(secret + JSON.stringify({ stopped: "left" }));
    exit(0);
  };
  worker.postMessage(work);
  setInterval(() => {
    if (Deno.memoryUsage().rss > limits.memory) {
      say(secret + JSON.stringify({ stopped: "memory" }));
      exit(0);
    }
    if (running && performance.now() - latest > limits.time) {
      say(secret + JSON.stringify({ stopped: "time" }));
      exit(0);
    }
  }, 25);
}
