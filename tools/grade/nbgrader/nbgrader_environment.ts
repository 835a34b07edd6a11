/** nbgrader in a virtual environment of its own, as docs/nbgrader.md has a teacher make it. */
import { join } from "node:path";
import { exists, onWindows, project, workshop, writeWhole } from "../../shared/project.ts";
import { ask } from "../../shared/processes.ts";
import { findPython } from "../../shared/python.ts";

/** What pip may install, each file with its hash. */
export const pins: string = join(project, "tools", "grade", "nbgrader");

/** Everything of nbgrader's that this machine gets lies here. */
export const place: string = join(workshop, "nbgrader");

/** An environment that is ready. */
export interface Nbgrader {
  python: string;
  nbgrader: string;
}

/** The environment, or undefined where the packages are out of reach. */
export async function nbgraderEnvironment(): Promise<Nbgrader | undefined> {
  const [venv, stamp] = [join(place, "venv"), join(place, "requirements.txt")];
  const [bin, exe] = onWindows ? ["Scripts", ".exe"] : ["bin", ""];
  const python = join(venv, bin, `python${exe}`);
  const made = { python, nbgrader: join(venv, bin, `nbgrader${exe}`) };
  await Deno.mkdir(place, { recursive: true });
  // Two runs of the tests at once: the second waits for what the first one makes.
  using lock = await Deno.open(join(place, "lock"), { create: true, write: true });
  await lock.lock(true);
  const list = await Deno.readTextFile(join(pins, "requirements.txt"));
  if (await exists(stamp) && await Deno.readTextFile(stamp) === list) return made;

  console.log("Installing nbgrader into .glassnet/nbgrader (once, about a minute)");
  await Deno.remove(stamp).catch(() => {});
  const { command, args } = await findPython();
  const venvMade = await ask(command, [...args, "-m", "venv", "--clear", venv]);
  if (!venvMade.ok) throw new Error(`Python could not make ${venv}: ${venvMade.text}`);
  const { ok, text } = await ask(python, [
    ...["-m", "pip", "install", "--no-input", "--progress-bar", "off", "--retries", "1"],
    ...["--require-hashes", "-r", join(pins, "requirements.txt")],
  ]);
  if (!ok) {
    // Only what a missing network explains may be skipped.
    if (/NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError/.test(text)) {
      return undefined;
    }
    throw new Error(`pip could not install nbgrader: ${text.slice(-2000)}`);
  }
  await writeWhole(stamp, list);
  return made;
}
