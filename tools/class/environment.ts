/**
 * What a class needs on one machine, in a folder of its own: the part of the project that all share
 * (`project`), JupyterHub beside JupyterLab and the pinned Deno (`venv`), the proxy in front of it
 * (`proxy`), and the packages that the notebooks use (`deno`). Only the account that made it can write
 * to it.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ensureData } from "../shared/ensure_data.ts";
import { writeKernelSpec } from "../jupyter/kernel_spec.ts";
import { holds, project, writeWhole } from "../shared/project.ts";
import { ask } from "../shared/processes.ts";
import { Progress } from "../shared/progress.ts";
import { adviceOnPip } from "../shared/python_environment.ts";
import { install, makeVenv, pythonIn } from "../shared/python.ts";
import { Advice, say } from "../shared/task.ts";
import { asStudent } from "./as_student.ts";
import { sharePart } from "./shared_project.ts";

/** The folder with the settings of a class. */
export const settings: string = join(project, "tools", "class");

/** Where a class has what it needs. */
export class Classroom {
  /** The students' part of the project. */
  readonly project: string;
  readonly python: string;
  readonly deno: string;
  /** Where the kernels find their packages. */
  readonly packages: string;

  /** @param folder all of it */
  constructor(readonly folder: string) {
    this.project = join(folder, "project");
    this.python = pythonIn(join(folder, "venv"));
    this.deno = join(folder, "venv", "bin", "deno");
    this.packages = join(folder, "deno");
  }
}

const jupyterLab = join(project, "requirements.txt");
const jupyterHub = join(settings, "requirements.txt");
const pins = [jupyterLab, jupyterHub, join(settings, "proxy", "package-lock.json")];

/** Makes all of it that is missing or of an earlier version, in about a minute. */
export async function prepareClassroom(room: Classroom): Promise<void> {
  if (Deno.build.os !== "linux") {
    throw new Advice("A class on one machine needs Linux: use a Linux machine for it.");
  }
  const stamp = join(room.folder, "glassnet.stamp");
  const wanted = await fingerprint();
  if (!await holds(stamp, wanted) || !await isForAll(room.python)) {
    await Deno.remove(stamp).catch(() => {});
    await installHub(room);
    await fetchProxy(room);
    await writeWhole(stamp, wanted);
  }
  await prepareKernel(join(room.folder, "venv", "share", "jupyter"), room);
  // Some packages come with files that everybody may write to.
  const all = ["project", "venv", "proxy", "deno"].map((name) => join(room.folder, name));
  const { ok, text } = await ask("chmod", ["-R", "go=u,go-w", ...all]);
  if (!ok) throw new Advice(`Others may be able to write to ${room.folder}: ${text}`);
}

/**
 * Makes the data, puts the students' part of the project in its place, writes the kernel's description,
 * and fetches everything that the kernel needs, so that it can run where it may not write anything.
 */
export async function prepareKernel(
  share: string,
  room: Classroom,
  executable: string = room.deno,
): Promise<void> {
  await ensureData();
  await sharePart(room.project);
  await writeKernelSpec(share, { deno: executable, env: { DENO_DIR: room.packages } });
  await warmUp(executable, room);
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const pin of pins) hash.update(await Deno.readTextFile(pin));
  return hash.digest("hex") + "\n";
}

async function installHub({ folder, python }: Classroom): Promise<void> {
  const progress = new Progress("Installing JupyterHub (once, about a minute)");
  const venv = join(folder, "venv");
  await makeVenv(venv);
  if (!await isForAll(python)) {
    const found = await Deno.realPath(python);
    await Deno.remove(venv, { recursive: true });
    progress.end("stopped");
    throw new Advice(
      `Students' servers can't run ${found}, since other accounts may not enter the folder that it is ` +
        "in: name a Python that they can run, such as `GLASSNET_PYTHON=/usr/bin/python3`, and start again.",
    );
  }
  for (const [list, ...more] of [[jupyterLab], [jupyterHub, "--no-deps"]] as const) {
    const { ok, text } = await install(python, list, ...more);
    if (ok) continue;
    progress.end("pip gave up");
    const logFile = join(folder, "pip.log");
    await writeWhole(logFile, text);
    throw new Advice(adviceOnPip(text, logFile));
  }
  progress.end("installed");
}

/** Whether other accounts can run the Python of which an environment was made. */
async function isForAll(python: string): Promise<boolean> {
  return Deno.uid() !== 0 || await asStudent(await Deno.realPath(python), ["-c", "import ssl"]);
}

async function fetchProxy(room: Classroom): Promise<void> {
  say("Fetching the proxy from npm");
  const folder = join(room.folder, "proxy");
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
async function warmUp(executable: string, room: Classroom): Promise<void> {
  const steps = [
    // The packages for the students' kernels; then the project's node_modules, which they share.
    ["cache", "--frozen", "--node-modules-dir=none", "lib/notebooks.ts"],
    ["cache", "--frozen", "lib/notebooks.ts"],
    ["eval", 'import { loadDigits } from "glassnet"; await loadDigits();'],
  ];
  for (const args of steps) {
    const options = { cwd: room.project, env: { DENO_DIR: room.packages } };
    const { ok, text } = await ask(executable, args, options);
    if (!ok) throw new Advice(`The packages could not be fetched: check the network: ${text}`);
  }
}
