/**
 * The programs that a task starts, and how all of them end when the task ends: by itself, by Ctrl-C,
 * by a signal, or because the `npx` that had started it is gone.
 *
 * @module
 */
import { onWindows } from "./project.ts";

const running = new Set<Deno.ChildProcess>();
const farewells: (() => Promise<void>)[] = [];
let ended: Promise<void> | undefined;
let signalled: number | undefined;

/**
 * Starts a program that will not outlive this task. It gets a process group of its own, so that
 * Ctrl-C in the terminal reaches this task only, which then ends its programs in good order.
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

/** What a program printed: both streams in one text, and whether it ended well. */
export async function ask(
  command: string,
  args: string[],
): Promise<{ ok: boolean; text: string }> {
  try {
    const child = start(command, args, { stdout: "piped", stderr: "piped" });
    const { success, stdout, stderr } = await child.output();
    const decoder = new TextDecoder();
    return { ok: success, text: decoder.decode(stdout) + decoder.decode(stderr) };
  } catch (error) {
    // No such program, or one that this user may not run.
    return { ok: false, text: String(error) };
  }
}

/** Has `work` done when the task ends, after all programs have ended. */
export function atTheEnd(work: () => Promise<void>): void {
  farewells.push(work);
}

/** Ends a program and what it started: first asked politely, then not. */
export async function stop(child: Deno.ChildProcess, patience = 10_000): Promise<void> {
  if (!running.has(child)) return;
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), patience);
  await child.status;
  clearTimeout(timer);
}

/** Ends everything that this task has started; once begun, it is not begun again. */
export function stopEverything(): Promise<void> {
  return ended ??= (async () => {
    await Promise.all([...running].map((child) => stop(child)));
    for (const farewell of farewells) await farewell();
  })();
}

/** The exit code that a signal asks for, if one has ended this task. */
export function signalledCode(): number | undefined {
  return signalled;
}

/** Ends everything and then this task, when a signal says so. */
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
      // It has ended in the meantime, or it leads no group: then the next one.
    }
  }
}

/**
 * `npx deno task lab` puts npm and a shell between the terminal and `deno task`. A signal sent to npx
 * ends those and nothing below them, so their end is watched for.
 */
async function stopWithoutNpx(end: () => void): Promise<void> {
  if (!Deno.env.has("npm_command")) return;
  // From this process upwards to npm, each with its parent.
  const links: [pid: number, parent: number][] = [];
  for (let pid = Deno.pid, isNpm = false; !isNpm;) {
    const parent = Number(await field(pid, "ppid="));
    if (!(parent > 1)) return;
    links.push([pid, parent]);
    isNpm = /^(npm|node)/.test(await field(parent, "comm=") ?? "");
    pid = parent;
  }
  const timer = setInterval(async () => {
    for (const [pid, parent] of links) {
      if (Number(await field(pid, "ppid=")) !== parent) return end();
    }
  }, 1000);
  Deno.unrefTimer(timer);
}

/** One fact about a process: from Linux's /proc, or from `ps` where there is none. */
async function field(pid: number, name: "ppid=" | "comm="): Promise<string | undefined> {
  if (Deno.build.os === "linux") {
    try {
      const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
      const [, comm, rest] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
      return name === "comm=" ? comm : rest?.split(" ")[1];
    } catch {
      return undefined;
    }
  }
  const { ok, text } = await ask("ps", ["-o", name, "-p", String(pid)]);
  return ok ? text.trim().split("/").at(-1) : undefined;
}
