/**
 * Runs a student's code behind the wall: in a process of Deno's own that was started without any
 * permission, with limits from before its first byte.
 *
 * @module
 */
import { linesOf } from "../../shared/lines.ts";
import { pinnedDeno } from "../../shared/pinned_deno.ts";
import { ask, start, stop } from "../../shared/processes.ts";
import { onWindows } from "../../shared/project.ts";
import type { Order, Said, Stopped, WallLimits } from "./watch.ts";

/** The machine, and not the student, is the reason why there is no result. */
export class MachineFailure extends Error {
  override name = "MachineFailure";
}

/** How it ended: `wall` is over the time that the process may take at all, `flood` over what it may say. */
export type Ending = "done" | Stopped | "wall" | "flood";

/** What to run. */
export interface Task {
  /** The main thread, as a script. */
  watch: string;
  /** The worker, as a script. */
  script: string;
  /** Its one message. */
  work: object;
  limits: WallLimits & {
    /** Seconds, from the start of the process. */
    wall: number;
  };
}

/** How it went. */
export interface Passage {
  ending: Ending;
  /** What the code asked for and Deno refused: "read /etc/passwd", each once. */
  tried: Set<string>;
  /** Whether the code sent messages of its own to the grading. */
  forged: boolean;
}

/** The characters that a process may say in all. */
const mostSaid = 30e6;

/** How the engine says that it got no memory: as its last words, or as an error of the code. */
const outOfMemory = /out of memory|heap limit|allocation failed|could not allocate memory/i;

/** The refusals that are remembered; a notebook can cause any number. */
const mostTried = 20;

/**
 * Runs a worker behind the wall to its end.
 *
 * @param hear is given each message of the worker's own code, which is JSON: what it says is still to be
 * checked
 * @throws {MachineFailure} if the process can't be started, or was ended by somebody else
 */
export async function behindTheWall(
  { watch, script, work, limits: { wall, ...limits } }: Task,
  hear: (message: unknown) => void,
): Promise<Passage> {
  const child = await startProcess(watch, limits);
  const passage: Passage = { ending: "left", tried: new Set(), forged: false };
  let ended: Ending | undefined;
  let started = false;
  let starved = false;
  const end = (why?: Ending) => {
    ended ??= why;
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(() => end("wall"), wall * 1000);
  const secret = crypto.randomUUID();
  const order: Order = { script, work: JSON.stringify(work), limits, secret };
  const writer = child.stdin.getWriter();
  const sent = writer.write(new TextEncoder().encode(JSON.stringify(order) + "\n")).catch(() => {});
  const complaint = listen(child.stderr, passage.tried);
  try {
    let said = 0;
    for await (const line of linesOf(bounded(child.stdout))) {
      said += line.length + 1;
      if (said > mostSaid) {
        end("flood");
        break;
      }
      // Whatever else is printed comes from the student's code. A line that was cut off lacks its end.
      if (!line.startsWith(secret) || !line.endsWith(secret)) continue;
      const [kind, message] = parsed(line.slice(secret.length, -secret.length));
      if (kind === "w") {
        const said = message as Said;
        started ||= "started" in said;
        passage.forged ||= "forged" in said;
        if ("ended" in said) ended ??= said.ended;
      } else if (message === undefined) passage.forged = true;
      else {
        hear(message);
        starved ||= outOfMemory.test(errorIn(message));
      }
    }
    // Nothing more is to be heard: if it still runs, that is nobody's business.
    if (ended) end();
    await child.status;
  } finally {
    clearTimeout(timer);
    await stop(child, 0);
    await sent;
    await writer.close().catch(() => {});
  }
  const { code, signal } = await child.status;
  const words = await complaint;
  const isDead = outOfMemory.test(words);
  // What a notebook may have was not there: this is not its fault. Its own limit is.
  const isShort = starved || isDead && !/heap limit/i.test(words);
  if (isShort && Deno.systemMemoryInfo().available < limits.memory) {
    throw new MachineFailure("this machine has not enough memory");
  }
  if (ended) return { ...passage, ending: ended };
  if (isDead) return { ...passage, ending: "memory" };
  if (!started || signal === "SIGKILL" || signal === "SIGTERM") {
    const how = signal ?? `exit code ${code}`;
    throw new MachineFailure(`its process ended by itself (${how}) ${words.slice(-300)}`.trim());
  }
  return passage;
}

/** Who says a line, and what. The worker's may be no JSON: the student's code may have patched what makes it. */
function parsed(line: string): [kind: string, message: unknown] {
  try {
    return [line.charAt(0), JSON.parse(line.slice(1))];
  } catch {
    return [line.charAt(0), undefined];
  }
}

/** What a message tells of an error: of a cell, or of a function in a trial. */
function errorIn(message: unknown): string {
  const { error, outcome } = Object(message);
  return JSON.stringify([Object(error).message, Object(outcome).message]);
}

async function startProcess(watch: string, limits: WallLimits): Promise<Deno.ChildProcess> {
  const heap = Math.round(limits.memory / 1e6);
  const args = [
    ...["run", "--quiet", "--no-prompt", "--no-config", "--no-lock", "--no-remote", "--no-npm"],
    ...[
      "--cached-only",
      `--v8-flags=--max-old-space-size=${heap}`,
      `data:text/javascript;base64,${btoa(watch)}`,
    ],
  ];
  try {
    const child = start(await pinnedDeno(), args, {
      cwd: onWindows ? undefined : "/",
      clearEnv: true,
      env: environment(),
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    });
    await firstToGo(child.pid);
    return child;
  } catch (error) {
    throw new MachineFailure(`no process could be started: ${(error as Error).message}`);
  }
}

/**
 * When memory runs short, Linux ends the largest process, which may be the grading: it is to take this one.
 * Anybody may say so of a process of their own, and nothing is lost if it can't be said.
 */
async function firstToGo(pid: number): Promise<void> {
  if (Deno.build.os !== "linux") return;
  await ask("sh", ["-c", `echo 500 > /proc/${pid}/oom_score_adj`]);
}

/** The process learns nothing about who runs it. On Unix, Deno writes down what it was asked for. */
function environment(): Record<string, string> {
  const kept = ["PATH", "SystemRoot", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR"];
  return {
    ...Object.fromEntries(kept.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    })),
    DENO_NO_UPDATE_CHECK: "1",
    NO_COLOR: "1",
    ...(onWindows ? {} : { DENO_AUDIT_PERMISSIONS: "/dev/stderr" }),
  };
}

/** What Deno was asked for, out of a stream on which the student's code may print, too; and its end. */
async function listen(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  tried: Set<string>,
): Promise<string> {
  let words = "";
  for await (const line of linesOf(bounded(stream))) {
    // It may stand behind something that the student's code has printed.
    const start = line.lastIndexOf('{"v":1,');
    if (start < 0) {
      words = (words + line + "\n").slice(-4000);
      continue;
    }
    if (tried.size >= mostTried) continue;
    try {
      const { permission, value } = JSON.parse(line.slice(start));
      if (typeof permission !== "string" || !/^[a-z]{2,8}$/.test(permission)) continue;
      tried.add(`${permission} ${String(value ?? "anything").slice(0, 200)}`);
    } catch {
      // Not a line of Deno's.
    }
  }
  return words;
}

/** A stream without lines that never end: what goes on too long is cut. */
function bounded(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  let line = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        const last = chunk.lastIndexOf(10);
        line = last < 0 ? line + chunk.length : chunk.length - last - 1;
        if (line < mostSaid) controller.enqueue(chunk);
      },
    }),
  );
}
