/**
 * Refuses to grade where the account may not have what a notebook may have: what the system then refuses
 * would look as if the notebook had taken too much.
 *
 * @module
 */
import { ask } from "../shared/processes.ts";
import { onWindows } from "../shared/project.ts";
import { Advice } from "../shared/task.ts";

/** Bytes that a process holds or reserves as its data before a notebook has anything, measured: 1.26e9. */
const atStart = 1.4e9;

/** Bytes of addresses: a process reserves 20e9, and 10e9 more for each memory of WebAssembly. */
const addresses = 100e9;

/**
 * Compares the account's limits (`ulimit`) with what a notebook may have.
 *
 * @param memory bytes for a notebook
 * @throws {Advice} if they are lower
 */
export async function requireRoom(memory: number): Promise<void> {
  if (onWindows) return;
  const { out } = await ask("sh", ["-c", "ulimit -d; ulimit -v"]);
  // Kilobytes, or the word "unlimited".
  const [data, virtual] = out.split("\n").map((line) => Number(line) * 1024);
  const tooLow = [["-d", data, atStart + memory], ["-v", virtual, addresses]] as const;
  for (const [name, limit, needed] of tooLow) {
    if (!(limit! < needed)) continue;
    throw new Advice(
      `The programs of your account may take only ${
        inMegabytes(limit!)
      } each (ulimit ${name}), and ` +
        `a notebook with ${inMegabytes(memory)} needs ${
          inMegabytes(needed)
        } for its process. Raise ` +
        `the limit, for example with \`ulimit ${name} unlimited\`, and start again.`,
    );
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
