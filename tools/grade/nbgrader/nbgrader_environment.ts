/** nbgrader in a virtual environment of its own, made as docs/nbgrader.md tells a teacher to. */
import { dirname, join } from "node:path";
import { holds, onWindows, project, workshop, writeWhole } from "../../shared/project.ts";
import { install, makeVenv, pythonIn } from "../../shared/python.ts";

/** The folder with the list that pins each package with its hash. */
export const pins: string = join(project, "tools", "grade", "nbgrader");

/** Everything that nbgrader needs on this machine lies here. */
export const place: string = join(workshop, "nbgrader");

/** An environment that is ready. */
export interface Nbgrader {
  python: string;
  nbgrader: string;
}

/** The environment, or undefined if the packages are out of reach. */
export async function nbgraderEnvironment(): Promise<Nbgrader | undefined> {
  const [venv, stamp] = [join(place, "venv"), join(place, "requirements.txt")];
  const python = pythonIn(venv);
  const made = { python, nbgrader: join(dirname(python), onWindows ? "nbgrader.exe" : "nbgrader") };
  await Deno.mkdir(place, { recursive: true });
  // If two runs of the tests are going on at once, the second waits for the first one's environment.
  using lock = await Deno.open(join(place, "lock"), { create: true, write: true });
  await lock.lock(true);
  const list = join(pins, "requirements.txt");
  const wanted = await Deno.readTextFile(list);
  if (await holds(stamp, wanted)) return made;

  console.log("Installing nbgrader into .glassnet/nbgrader (once, about a minute)");
  await Deno.remove(stamp).catch(() => {});
  await makeVenv(venv);
  const { ok, text } = await install(python, list, "--retries", "1");
  if (!ok) {
    // Only a missing network is a reason to skip.
    if (/NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError/.test(text)) {
      return undefined;
    }
    throw new Error(`pip could not install nbgrader: ${text.slice(-2000)}`);
  }
  await writeWhole(stamp, wanted);
  return made;
}
