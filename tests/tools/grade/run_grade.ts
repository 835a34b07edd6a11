/** Runs gradings, and finds what they leave behind. */
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pinnedDeno } from "../../../tools/shared/pinned_deno.ts";
import { onWindows, project } from "../../../tools/shared/project.ts";

/** Runs `deno task grade` as a person does. */
export async function grade(
  args: string[],
  temporary: string,
  deno?: string,
): Promise<Deno.ChildProcess> {
  return new Deno.Command(deno ?? await pinnedDeno(), {
    args: ["run", "--quiet", "--frozen", "-A", join(project, "tools/grade/grade.ts"), ...args],
    // Its temporary files are here, and each of its processes has this path in its arguments.
    env: { TMPDIR: temporary, TMP: temporary, INIT_CWD: temporary },
    cwd: project,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** The processes of this machine that have a text in their arguments. */
export async function processesWith(text: string): Promise<string[]> {
  if (onWindows) return [];
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "args"] }).output();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line.includes(text));
}

export async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    return names.sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** Waits until something holds: for ten minutes, which no machine needs. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 600_000;
  while (!await holds()) {
    if (performance.now() > end) throw new Error(`This never came to hold: ${holds}`);
    await delay(100);
  }
}
