/**
 * What a class needs on one machine, in `.glassnet/class`: JupyterHub beside JupyterLab and the
 * pinned Deno (`venv`), the proxy in front of it (`proxy`), and the packages that the notebooks use
 * (`deno`). All of it is read only for whoever did not make it.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ensureData } from "../shared/ensure_data.ts";
import { writeKernelSpec } from "../jupyter/kernel_spec.ts";
import { exists, project, workshop, writeWhole } from "../shared/project.ts";
import { ask } from "../shared/processes.ts";
import { Progress } from "../shared/progress.ts";
import { adviceOnPip } from "../shared/python_environment.ts";
import { findPython } from "../shared/python.ts";
import { Advice, say } from "../shared/task.ts";

/** The folder with these settings. */
export const settings: string = join(project, "tools", "class");

/** Everything that a class needs and git does not hold. */
export const classroom: string = join(workshop, "class");

/** The programs of a class. */
export const python: string = join(classroom, "venv", "bin", "python");
export const deno: string = join(classroom, "venv", "bin", "deno");

/** Where the kernels of a class find their packages. */
export const packages: string = join(classroom, "deno");

const pins = [
  join(project, "requirements.txt"),
  join(settings, "requirements.txt"),
  join(settings, "proxy", "package-lock.json"),
];

/** Makes all of it where it is missing or where the pins have changed, in about a minute. */
export async function prepareClassroom(): Promise<void> {
  if (Deno.build.os !== "linux") {
    throw new Advice("A class on one machine needs Linux: use a Linux machine for it.");
  }
  const stamp = join(classroom, "glassnet.stamp");
  const wanted = await fingerprint();
  if (!await exists(stamp) || await Deno.readTextFile(stamp) !== wanted) {
    await Deno.remove(stamp).catch(() => {});
    await makeVenv();
    await fetchProxy();
    await writeWhole(stamp, wanted);
  }
  await prepareKernel(join(classroom, "venv", "share", "jupyter"));
}

/**
 * Makes the data and writes the kernel's description, with everything that the kernel needs beside it
 * already fetched, so that it can run where it may write nothing.
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

async function makeVenv(): Promise<void> {
  const { command, args, version } = await findPython();
  const venv = join(classroom, "venv");
  const progress = new Progress(`Installing JupyterHub with Python ${version} (once, a minute)`);
  const made = await ask(command, [...args, "-m", "venv", "--clear", venv]);
  if (!made.ok) throw new Advice(`Python could not make ${venv}: mend this: ${made.text}`);
  const install = ["-m", "pip", "install", "--require-hashes", "--no-input", "--progress-bar=off"];
  for (const [pin, ...how] of [[pins[0]!], [pins[1]!, "--no-deps"]]) {
    const { ok, text } = await ask(python, [...install, ...how, "-r", pin!]);
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

/** Fetches and compiles what the notebooks import, and reads the CSVs once, so that a cache is there. */
async function warmUp(executable: string): Promise<void> {
  const steps = [
    // The packages for the students' kernels; then the project's node_modules, which they share.
    ["cache", "--frozen", "--node-modules-dir=none", "lib/mod.ts"],
    ["cache", "--frozen", "lib/mod.ts"],
    ["eval", 'import { loadDigits } from "glassnet"; await loadDigits();'],
  ];
  for (const args of steps) {
    const { ok, text } = await ask("env", [
      "-C",
      project,
      `DENO_DIR=${packages}`,
      executable,
      ...args,
    ]);
    if (!ok) throw new Advice(`The packages could not be fetched: check the network: ${text}`);
  }
}
