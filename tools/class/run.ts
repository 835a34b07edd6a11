/**
 * The ports and the programs of one rehearsal.
 *
 * @module
 */

import { join } from "node:path";
import { ask } from "../shared/processes.ts";
import { settings } from "./environment.ts";

/** Ports of this machine that nobody is using now. */
export function freePorts(count: number): number[] {
  const listeners = Array.from(
    { length: count },
    () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  );
  const ports = listeners.map(({ addr }) => (addr as Deno.NetAddr).port);
  for (const listener of listeners) listener.close();
  return ports;
}

/**
 * Ends everything that the hub and the students have started and that is still running. Python does it,
 * since Deno can look at other processes only with all permissions.
 *
 * @param executable a Python; it needs no packages
 */
export async function endProgramsOf(folder: string, executable: string): Promise<void> {
  await ask(executable, ["-B", join(settings, "programs.py"), folder]);
}
