/**
 * The programs that a task starts, and how all of them end when the task ends: by itself, by Ctrl-C,
 * by a signal, or because the `npx` that had started it is gone.
 *
 * @module
 */
import { onWindows } from "./project.ts";

const running = new Set<Deno.ChildProcess>();
const farewells: (() => Promise<void>)[] = [];

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

/** Ends everything that this task has started. */
export async function stopEverything(): Promise<void> {
  await Promise.all([...running].map((child) => stop(child)));
  for (const farewell of farewells.splice(0)) await farewell();
}

/** Ends everything and then this task, when a signal says so. */
export function stopOnSignals(): void {
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
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
 * `npx deno task lab` puts a Node process between the terminal and `deno task`. A signal sent to npx
 * ends that process and nothing below it, so its end is watched for.
 */
async function stopWithoutNpx(end: () => void): Promise<void> {
  const npx = await parentOf(Deno.ppid);
  if (npx?.command !== "node") return;
  const timer = setInterval(async () => {
    if ((await parentOf(Deno.ppid))?.pid !== npx.pid) end();
  }, 1000);
  Deno.unrefTimer(timer);
}

/** The parent of a process, and what program it is. */
async function parentOf(pid: number): Promise<{ pid: number; command: string } | undefined> {
  const parent = await field(pid, "ppid=");
  if (!parent) return undefined;
  const command = await field(Number(parent), "comm=");
  return { pid: Number(parent), command: (command ?? "").split("/").at(-1) ?? "" };
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
  return ok ? text.trim() : undefined;
}
