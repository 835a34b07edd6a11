/**
 * A machine that fails while it grades: processes are killed, as the system does when memory runs short,
 * and the grading itself, as a power cut would.
 *
 * @module
 */
import { ask } from "../shared/processes.ts";

/** What was killed. */
export interface Killed {
  /** Processes in which notebooks ran. */
  processes: number;
  /** Gradings. */
  gradings: number;
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
 * Kills every third process in which a grading runs notebooks, and the grading itself, if it is in its
 * middle.
 *
 * @param most how many processes are killed: then the machine has recovered, and what starts ends, too
 * @param isMiddle whether the grading is in its middle, and is to be killed
 * @returns what was killed, when the grading has ended
 */
export async function failWhile(
  grading: Deno.ChildProcess,
  most: number,
  isMiddle: () => Promise<boolean>,
): Promise<Killed> {
  const killed: Killed = { processes: 0, gradings: 0 };
  const seen = new Set<number>();
  const kill = (pid: number) => {
    try {
      Deno.kill(pid, "SIGKILL");
      return 1;
    } catch {
      return 0; // It has ended by itself.
    }
  };
  let hasEnded = false;
  grading.status.then(() => hasEnded = true);
  while (!hasEnded) {
    for (const pid of await wallProcesses(grading.pid)) {
      if (seen.has(pid)) continue;
      seen.add(pid);
      if (seen.size % 3 === 0 && killed.processes < most) killed.processes += kill(pid);
    }
    if (!killed.gradings && await isMiddle()) killed.gradings += kill(grading.pid);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return killed;
}
