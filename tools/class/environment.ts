/**
 * What a class needs on one machine, in `.glassnet/class`: JupyterHub beside JupyterLab and the
 * pinned Deno (`venv`), the proxy in front of it (`proxy`), and the packages that the notebooks use
 * (`deno`). Only the account that made it can write to it.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ensureData } from "../shared/ensure_data.ts";
import { writeKernelSpec } from "../jupyter/kernel_spec.ts";
import { holds, project, workshop, writeWhole } from "../shared/project.ts";
import { ask } from "../shared/processes.ts";
import { Progress } from "../shared/progress.ts";
import { adviceOnPip } from "../shared/python_environment.ts";
import { install, makeVenv, pythonIn } from "../shared/python.ts";
import { Advice, say } from "../shared/task.ts";

/** The folder with the settings of a class. */
export const settings: string = join(project, "tools", "class");

/** Everything that a class needs and git does not hold. */
export const classroom: string = join(workshop, "class");

/** The programs of a class. */
export const python: string = pythonIn(join(classroom, "venv"));
export const deno: string = join(classroom, "venv", "bin", "deno");

/** Where the kernels of a class find their packages. */
export const packages: string = join(classroom, "deno");

const jupyterLab = join(project, "requirements.txt");
const jupyterHub = join(settings, "requirements.txt");
const pins = [jupyterLab, jupyterHub, join(settings, "proxy", "package-lock.json")];

/** Makes all of it if it is missing or if the pins have changed, in about a minute. */
export async function prepareClassroom(): Promise<void> {
  if (Deno.build.os !== "linux") {
    throw new Advice("A class on one machine needs Linux: use a Linux machine for it.");
  }
  const stamp = join(classroom, "glassnet.stamp");
  const wanted = await fingerprint();
  if (!await holds(stamp, wanted)) {
    await Deno.remove(stamp).catch(() => {});
    await installHub();
    await fetchProxy();
    await writeWhole(stamp, wanted);
  }
  await prepareKernel(join(classroom, "venv", "share", "jupyter"));
}

/**
 * Makes the data, writes the kernel's description, and fetches everything that the kernel needs, so
 * that it can run where it may not write anything.
 */
export async function prepareKernel(share: string, executable = deno): Promise<void> {
  await ensureData();
  await writeKernelSpec(share, { deno: executable, env: { DENO_DIR: packages } });
  await warmUp(executable);
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const pin of pins) hash.update(await Deno.readTextFile(pin));
  return hash.digest("hex") + "\n";
}

async function installHub(): Promise<void> {
  const progress = new Progress("Installing JupyterHub (once, about a minute)");
  await makeVenv(join(classroom, "venv"));
  for (const [list, ...more] of [[jupyterLab], [jupyterHub, "--no-deps"]] as const) {
    const { ok, text } = await install(python, list, ...more);
    if (ok) continue;
    progress.end("pip gave up");
    const logFile = join(classroom, "pip.log");
    await writeWhole(logFile, text);
    throw new Advice(adviceOnPip(text, logFile));
  }
  progress.end("installed");
}

async function fetchProxy(): Promise<void> {
  say("Fetching the proxy from npm");
  const folder = join(classroom, "proxy");
  for (const name of ["package.json", "package-lock.json"]) {
    await writeWhole(join(folder, name), await Deno.readTextFile(join(settings, "proxy", name)));
  }
  const { ok, text } = await ask("npm", ["ci", "--no-audit", "--no-fund", "--prefix", folder]);
  if (!ok) {
    throw new Advice(
      `npm could not fetch the proxy: install Node.js 20 or later with npm, check the network, and ` +
        `start again. npm said: ${text.trim()}`,
    );
  }
}

/** Fetches and compiles what the notebooks import, and reads the CSVs once, which makes their cache. */
async function warmUp(executable: string): Promise<void> {
  const steps = [
    // The packages for the students' kernels; then the project's node_modules, which they share.
    ["cache", "--frozen", "--node-modules-dir=none", "lib/mod.ts"],
    ["cache", "--frozen", "lib/mod.ts"],
    ["eval", 'import { loadDigits } from "glassnet"; await loadDigits();'],
  ];
  for (const args of steps) {
    const options = { cwd: project, env: { DENO_DIR: packages } };
    const { ok, text } = await ask(executable, args, options);
    if (!ok) throw new Advice(`The packages could not be fetched: check the network: ${text}`);
  }
}
