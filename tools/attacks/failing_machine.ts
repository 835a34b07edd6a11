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
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  return killed;
}

/** If these hold more memory than there is, kills the one that Linux would. */
async function keepWithin(memory: number, pids: number[]): Promise<number> {
  if (Deno.build.os !== "linux") return 0;
  const all = (await Promise.all(pids.map(async (pid) => {
    try {
      const [, pages] = (await Deno.readTextFile(`/proc/${pid}/statm`)).split(" ");
      const adjusted = Number(await Deno.readTextFile(`/proc/${pid}/oom_score_adj`));
      const held = Number(pages) * 4096;
      // Linux's rule: what it holds, and for each point a thousandth of all that there is.
      return { pid, held, score: held + adjusted * memory / 1000 };
    } catch {
      return []; // It has ended.
    }
  }))).flat();
  const held = all.reduce((sum, one) => sum + one.held, 0);
  if (held <= memory) return 0;
  return kill(all.reduce((one, other) => other.score > one.score ? other : one).pid);
}

function kill(pid: number): number {
  try {
    Deno.kill(pid, "SIGKILL");
    return 1;
  } catch {
    return 0; // It has ended by itself.
  }
}
