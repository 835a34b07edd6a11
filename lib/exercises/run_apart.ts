import { fileURLToPath } from "node:url";
import type { Program } from "./program.ts";
import type { Wire } from "./wire.ts";

/** A function to run on all trials. */
export interface Job {
  program: Program;
}

/** What became of a function in one trial. */
export type Outcome =
  /** It returned something; `changed` are the arguments that are no longer what they were. */
  | { kind: "value"; value: Wire; changed: number[] }
  /** It returned something that no piece returns, such as a promise. */
  | { kind: "unfit"; what: string }
  /** It threw; `piece` names a stub that is not written yet. */
  | { kind: "threw"; name: string; message: string; piece?: string }
  /** It ended the process, or tried to. */
  | { kind: "left" }
  /** It was stopped, since it took too long or too much memory. */
  | { kind: "time" }
  | { kind: "memory" };

/** What became of a function in all trials, and what it printed meanwhile. */
export interface Run {
  /** One for each trial; fewer where it was stopped, the last one then says why. */
  outcomes: Outcome[];
  printed: string;
}

/** How much a function may use. */
export interface Limits {
  /** Milliseconds for one trial. */
  time: number;
  /** Bytes of the whole process. */
  memory: number;
}

const usual: Limits = { time: 4000, memory: 600e6 };

/** Longer than any start takes; a child that has not answered by then never will. */
const patience = 30_000;

/** No run says more than this, unless the reader's function writes to the output itself. */
const mostBytes = 50e6;

const project = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs functions in a process of their own, which may read the project and nothing else: no
 * writing, no network, no environment, no other process. It ends when they are through, when one takes
 * too long or too much memory, and when this process ends.
 *
 * @returns one run for each job. The jobs after one that was stopped have no outcomes.
 * @throws {Error} if the process can't be started
 */
export async function runApart(
  jobs: Job[],
  trials: Wire[][],
  limits: Limits = usual,
): Promise<Run[]> {
  const secret = crypto.randomUUID();
  const work = JSON.stringify({ jobs, trials });
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-lock",
      "--no-remote",
      "--cached-only",
      `--config=${project}/deno.json`,
      `--allow-read=${project}`,
      `--v8-flags=--max-old-space-size=256`,
      fileURLToPath(new URL("./child.ts", import.meta.url)),
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const end = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const runs: Run[] = jobs.map(() => ({ outcomes: [], printed: "" }));
  let current = 0;
  let finished = false;
  const stopped = (outcome: Outcome) => {
    finished = true;
    runs[current].outcomes.push(outcome);
  };
  const hear = (line: string) => {
    if (!line.startsWith(secret)) return;
    const message = JSON.parse(line.slice(secret.length));
    if (message.done) finished = true;
    else if (message.stopped) stopped({ kind: message.stopped });
    else if (message.begins) current = message.job;
    else {
      current = message.job;
      runs[current].outcomes[message.trial] = message.outcome;
      runs[current].printed = message.printed;
    }
  };

  const writer = child.stdin.getWriter();
  const sent = writer.write(
    new TextEncoder().encode(JSON.stringify({ limits, secret, work }) + "\n"),
  ).catch(() => {});
  let timer = setTimeout(end, patience);
  const told = lastOf(child.stderr);
  try {
    await readLines(child.stdout, (line) => {
      clearTimeout(timer);
      timer = setTimeout(end, limits.time + patience);
      hear(line);
    });
  } finally {
    clearTimeout(timer);
    end();
    await sent;
    await writer.close().catch(() => {});
  }
  const { code } = await child.status;
  const complaint = await told;
  if (!finished) {
    if (/out of memory|heap limit/i.test(complaint)) stopped({ kind: "memory" });
    else if (code !== 0 && /^error:/m.test(complaint)) {
      throw new Error(`The check could not start its process: ${complaint.trim()}`);
    } else stopped({ kind: "left" });
  }
  return runs;
}

/** Hands on line by line, up to a limit. */
async function readLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  hear: (line: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > mostBytes) return;
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop()!;
    lines.forEach(hear);
  }
}

/** The end of what a stream said. */
async function lastOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text = (text + decoder.decode(chunk, { stream: true })).slice(-20_000);
  }
  return text;
}
