/**
 * A machine that fails while it grades: memory runs short, processes are killed, and the grading itself is,
 * as by a power cut.
 *
 * @module
 */
import { ask } from "../shared/processes.ts";

/** What was killed. */
export interface Killed {
  /** Processes in which notebooks ran, at any moment. */
  processes: number;
  /** Processes for which there was no memory. */
  forMemory: number;
  /** Gradings. */
  gradings: number;
}

/** How a machine fails. */
export interface Failures {
  /** How many processes are killed: then the machine has recovered, and what starts ends, too. */
  most: number;
  /** Bytes that a grading and its processes may hold together. */
  memory: number;
  /** Whether the grading is in its middle, and is to be killed. */
  isMiddle: () => Promise<boolean>;
}

/** The processes in which a grading runs notebooks at the moment. */
export async function wallProcesses(grading: number): Promise<number[]> {
  const { out } = await ask("ps", ["-eo", "pid=,ppid=,comm="]);
  return out.split("\n").flatMap((line) => {
    const [pid, parent, command = ""] = line.trim().split(/\s+/);
    return Number(parent) === grading && /deno/.test(command) ? Number(pid) : [];
  });
}

/**
 * Kills every third process in which a grading runs notebooks, the one that Linux would kill whenever all of
 * them hold more than the machine has, and the grading itself, if it is in its middle.
 *
 * @returns what was killed, when the grading has ended
 */
export async function failWhile(
  grading: Deno.ChildProcess,
  { most, memory, isMiddle }: Failures,
): Promise<Killed> {
  const killed: Killed = { processes: 0, forMemory: 0, gradings: 0 };
  const seen = new Set<number>();
  let hasEnded = false;
  grading.status.then(() => hasEnded = true);
  while (!hasEnded) {
    const processes = await wallProcesses(grading.pid);
    for (const pid of processes) {
      if (seen.has(pid)) continue;
      seen.add(pid);
      if (seen.size % 3 === 0 && killed.processes < most) killed.processes += kill(pid);
    }
    if (!killed.gradings && await isMiddle()) killed.gradings += kill(grading.pid);
    const until = performance.now() + 100;
    while (!hasEnded && performance.now() < until) {
      killed.forMemory += await keepWithin(memory, [grading.pid, ...processes]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return killed;
}

/** If these hold more memory than there is, kills the one that Linux would. */
async function keepWithin(memory: number, pids: number[]): Promise<number> {
  if (Deno.build.os !== "linux") return 0;
  // Deno reads nothing in /proc without all permissions.
  const files = pids.flatMap((pid) => [`/proc/${pid}/statm`, `/proc/${pid}/oom_score_adj`]);
  const { out } = await ask("grep", ["-sH", "", ...files]);
  const scores = new Map<number, number>();
  let held = 0;
  for (const [, pid, what, text] of out.matchAll(/^\/proc\/(\d+)\/(\w+):(.*)$/gm)) {
    // Linux's rule: what it holds, and for each point a thousandth of all that there is.
    const bytes = what === "statm" ? Number(text!.split(" ")[1]) * 4096 : 0;
    const points = what === "statm" ? 0 : Number(text) * memory / 1000;
    scores.set(Number(pid), (scores.get(Number(pid)) ?? 0) + bytes + points);
    held += bytes;
  }
  if (held <= memory) return 0;
  const [worst] = [...scores].reduce((one, other) => other[1] > one[1] ? other : one);
  return kill(worst);
}

function kill(pid: number): number {
  try {
    Deno.kill(pid, "SIGKILL");
    return 1;
  } catch {
    return 0; // It has ended by itself.
  }
}
