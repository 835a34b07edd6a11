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

/** What this thread says itself. */
export type Said = { started: true } | { forged: true } | { ended: Stopped | "done" };

/** The share of a processor below which a step waits; this thread's own work is far less. */
const busy = 0.05;

/** Milliseconds from one look at the limits to the next, and the longest that counts as waiting. */
const [every, longest] = [25, 100];

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
  const say = (line: string) => {
    // The line may stand behind something that the student's code has printed.
    let bytes = encoder.encode(`\n${secret}${line}${secret}\n`);
    while (bytes.length > 0) bytes = bytes.subarray(stdout.writeSync(bytes));
  };
  // What this thread says can't be mistaken for what the worker says.
  const tell = (message: Said) => say(`w${JSON.stringify(message)}`);
  const end = (how: Stopped | "done") => {
    tell({ ended: how });
    exit(0);
  };
  const processor = () => {
    const { user, system } = cpuUsage();
    return (user + system) / 1e6;
  };
  tell({ started: true });
  // Between the worker's own code and this thread. What the student's code posts lacks it.
  const password = crypto.randomUUID();
  let before = processor();
  // How long, and from what on, it is seen whether the step waits.
  let [waited, then] = [0, before];
  let forged = 0;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "string" || !data.startsWith(password)) {
      if (forged++ < mostForged) tell({ forged: true });
      return;
    }
    const kind = data.charAt(password.length);
    // A new step begins.
    if (kind === "b") [waited, then] = [0, before = processor()];
    else if (kind === "d") end("done");
    else if (kind === "l") end("left");
    else say(`c${data.slice(password.length + 1)}`);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end("left");
  };
  worker.postMessage({ password, work });
  let last = performance.now();
  setInterval(() => {
    if (memoryUsage().rss > limits.memory) end("memory");
    const now = processor();
    if (now > limits.processor) end("processor");
    if (now - before > limits.step) end("step");
    // If this thread did not run either, the machine is short of something, and the step does not wait.
    waited += Math.min(performance.now() - last, longest) / 1000;
    last = performance.now();
    if (waited < limits.idle) return;
    if (now - then < busy * waited) end("idle");
    [waited, then] = [0, now];
  }, every);
}
