/**
 * The main thread of a process in which a student's code runs. The code runs in a worker, so this
 * thread stays free: it passes on what the worker's own messages say, watches time and memory, and ends
 * the process when one runs out or when the grading is gone.
 *
 * The process has no permission at all. It gets this text as an address on its command line and everything
 * else on its standard input, so it has nothing to read.
 *
 * @module
 */
// deno-lint-ignore no-process-global
const { cpuUsage } = process;
const { exit, memoryUsage, stdin, stdout } = Deno;

/** How much a process may use. */
export interface WallLimits {
  /** Seconds of processor time for one step: a cell, or a trial. */
  step: number;
  /** Seconds of processor time in all. */
  processor: number;
  /** Seconds in which next to nothing happens: a step waits. */
  idle: number;
  /** Bytes of memory. */
  memory: number;
}

/** The first line of the standard input. */
export interface Order {
  /** The worker, as a script. */
  script: string;
  /** Its one message. */
  work: string;
  limits: WallLimits;
  /** Before and behind each line that is said by this thread, and not by the student's code. */
  secret: string;
}

/** Why this thread ended the process. */
export type Stopped = "step" | "processor" | "idle" | "memory" | "left";

/** The share of a processor below which a step waits; this thread's own work is far less. */
const busy = 0.05;

/** How many messages without the worker's password are told of. */
const mostForged = 1;

let first = "";
let started = false;
const decoder = new TextDecoder();
for await (const chunk of stdin.readable) {
  if (started) continue;
  first += decoder.decode(chunk, { stream: true });
  const end = first.indexOf("\n");
  if (end < 0) continue;
  started = true;
  const order = first.slice(0, end);
  first = "";
  begin(JSON.parse(order));
}
// The other end is closed: nobody is waiting for an answer any more.
exit(0);

function begin({ script, work, limits, secret }: Order): void {
  const encoder = new TextEncoder();
  const say = (message: string) => {
    let bytes = encoder.encode(`${secret}${message}${secret}\n`);
    while (bytes.length > 0) bytes = bytes.subarray(stdout.writeSync(bytes));
  };
  const end = (how: Stopped | "done") => {
    say(JSON.stringify({ ended: how }));
    exit(0);
  };
  const processor = () => {
    const { user, system } = cpuUsage();
    return (user + system) / 1e6;
  };
  say(JSON.stringify({ started: true }));
  // Between the worker's own code and this thread. What the student's code posts lacks it.
  const password = crypto.randomUUID();
  let before = processor();
  // Since when, and with how much, it is seen whether the step waits.
  let [since, then] = [performance.now(), before];
  let forged = 0;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "string" || !data.startsWith(password)) {
      if (forged++ < mostForged) say(JSON.stringify({ forged: true }));
      return;
    }
    const kind = data.charAt(password.length);
    // A new step begins.
    if (kind === "b") [since, then] = [performance.now(), before = processor()];
    else if (kind === "d") end("done");
    else if (kind === "l") end("left");
    else say(data.slice(password.length + 1));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end("left");
  };
  worker.postMessage({ password, work });
  setInterval(() => {
    if (memoryUsage().rss > limits.memory) end("memory");
    const now = processor();
    if (now > limits.processor) end("processor");
    if (now - before > limits.step) end("step");
    const seconds = (performance.now() - since) / 1000;
    if (seconds < limits.idle) return;
    if (now - then < busy * seconds) end("idle");
    [since, then] = [performance.now(), now];
  }, 25);
}
