/**
 * The programs that a task starts, and how all of them end when the task ends: by itself, by Ctrl-C,
 * by a signal, or because the `npx` that started it is gone.
 *
 * @module
 */
import { onWindows } from "./project.ts";

const running = new Set<Deno.ChildProcess>();
const lastSteps: (() => Promise<void>)[] = [];
let ended: Promise<void> | undefined;
let signalled: number | undefined;

/**
 * Starts a program that will not outlive this task. It gets a process group of its own, so Ctrl-C in
 * the terminal reaches only this task, which then ends its programs in good order.
 */
export function start(
  command: string,
  args: string[],
  options: Deno.CommandOptions = {},
): Deno.ChildProcess {
  const child = new Deno.Command(command, {
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
    detached: !onWindows,
    ...options,
    args,
  }).spawn();
  running.add(child);
  child.status.finally(() => running.delete(child));
  return child;
}

/** Runs a program to its end and returns its exit code. */
export async function run(
  command: string,
  args: string[],
  options: Deno.CommandOptions = {},
): Promise<number> {
  return (await start(command, args, options).status).code;
}

/** How a program ended. */
export interface Answer {
  /** Whether its exit code was 0. */
  ok: boolean;
  /** What it printed to standard output. */
  out: string;
  /** What it printed, both streams. */
  text: string;
}

/** Runs a program to its end and returns what it printed. */
export async function ask(
  command: string,
  args: string[],
  options: Deno.CommandOptions = {},
): Promise<Answer> {
  try {
    const child = start(command, args, { stdout: "piped", stderr: "piped", ...options });
    const { success, stdout, stderr } = await child.output();
    const out = new TextDecoder().decode(stdout);
    return { ok: success, out, text: out + new TextDecoder().decode(stderr) };
  } catch (error) {
    // There is no such program, or this user may not run it.
    return { ok: false, out: "", text: String(error) };
  }
}

/** Does `work` when the task ends, after all programs have ended. */
export function atTheEnd(work: () => Promise<void>): void {
  lastSteps.push(work);
}

/** Ends a program and what it started: first with SIGTERM, after `patience` milliseconds with SIGKILL. */
export async function stop(child: Deno.ChildProcess, patience = 10_000): Promise<void> {
  if (!running.has(child)) return;
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), patience);
  await child.status;
  clearTimeout(timer);
}

/** Ends everything that this task has started. Later calls wait for the first one. */
export function stopEverything(): Promise<void> {
  return ended ??= (async () => {
    await Promise.all([...running].map((child) => stop(child)));
    for (const step of lastSteps) await step();
  })();
}

/** The exit code that a signal asks for, if one has ended this task. */
export function signalledCode(): number | undefined {
  return signalled;
}

/** From now on a signal ends everything, and then this task. */
export function stopOnSignals(): void {
  const end = async (code: number) => {
    signalled ??= code;
    await stopEverything();
    Deno.exit(code);
  };
  Deno.addSignalListener("SIGINT", () => end(130));
  if (onWindows) return;
  Deno.addSignalListener("SIGTERM", () => end(143));
  Deno.addSignalListener("SIGHUP", () => end(129));
  stopWithoutNpx(() => end(143));
}

function signal(child: Deno.ChildProcess, name: Deno.Signal): void {
  // The minus sign means the whole process group.
  for (const pid of onWindows ? [child.pid] : [-child.pid, child.pid]) {
    try {
      Deno.kill(pid, name);
      return;
    } catch {
      // It has ended in the meantime, or it leads no group: try the next one.
    }
  }
}

/**
 * `npx deno task lab` puts npm and a shell between the terminal and `deno task`. A signal to npx ends
 * those two and nothing below them, so this task looks every second whether they are still there.
 */
async function stopWithoutNpx(end: () => void): Promise<void> {
  if (!Deno.env.has("npm_command")) return;
  const links = await linksToNpm();
  if (links.length === 0) return;
  const timer = setInterval(async () => {
    const now = await lookAt(links.map(({ pid }) => pid));
    if (links.some(({ pid, parent }) => now.get(pid)?.parent !== parent)) end();
  }, 1000);
  Deno.unrefTimer(timer);
}

/**
 * The processes from this one upwards to npm, each with its parent. Between them is a `node` that is
 * Deno's own starter; npm is the next one above if nothing has that name.
 */
async function linksToNpm(): Promise<{ pid: number; parent: number }[]> {
  const links: { pid: number; parent: number; above: string }[] = [];
  for (let pid = Deno.pid; pid > 1;) {
    const parent = (await lookAt([pid])).get(pid)?.parent ?? 0;
    const above = (await lookAt([parent])).get(parent)?.name ?? "";
    links.push({ pid, parent, above });
    pid = parent;
  }
  const isNpm = links.findIndex(({ above }) => above.startsWith("npm"));
  const last = isNpm >= 0 ? isNpm : links.findIndex(({ above }) => above.startsWith("node"));
  return links.slice(0, last + 1);
}

/**
 * The parent and the name of each of these processes that is there. A program tells them: Deno reads
 * /proc only with all permissions, and not every Linux has `ps`.
 */
async function lookAt(pids: number[]): Promise<Map<number, { parent: number; name: string }>> {
  const { out } = Deno.build.os === "linux"
    ? await ask("cat", pids.map((pid) => `/proc/${pid}/stat`))
    : await ask("ps", ["-o", "pid=,ppid=,comm=", "-p", pids.join()]);
  // On Linux 123 (npm run lab) S 120 ..., with `ps` 123 120 /usr/bin/node.
  const line = /^\s*(\d+) +(?:\((.*)\) \w )?(\d+)(?: .*?([^/\n]*))?$/gm;
  return new Map(Array.from(out.matchAll(line), ([, pid, name, parent, last = ""]) => [
    Number(pid),
    { parent: Number(parent), name: name ?? last },
  ]));
}
