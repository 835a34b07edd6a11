/**
 * Makes `.venv`, the virtual environment with what `requirements.txt` pins. Makes it again if the pins
 * have changed or if it was left half made.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { exists, holds, project, venv, workshop, writeWhole } from "./project.ts";
import { ask, signalledCode, start } from "./processes.ts";
import { Progress } from "./progress.ts";
import { findPython, pipInstall, type Python, pythonIn } from "./python.ts";
import { Advice, say } from "./task.ts";

const requirements = join(project, "requirements.txt");

/** Says what is installed. It is written last: an environment without it is not finished. */
const stamp = join(venv, "glassnet.stamp");

const venvPython = pythonIn(venv);

/** A virtual environment that is ready: its Python, and the version of JupyterLab in it. */
export interface PythonEnvironment {
  python: string;
  jupyterlab: string;
}

/** `.venv`, if it is there, works, and holds what `requirements.txt` pins. */
export async function readyEnvironment(): Promise<PythonEnvironment | undefined> {
  if (!await holds(stamp, await fingerprint())) return;
  // Asking for the version takes a tenth of a second, importing JupyterLab a whole one.
  const question = "from importlib.metadata import version; print(version('jupyterlab'))";
  const { ok, text } = await ask(venvPython, ["-c", question]);
  return ok ? { python: venvPython, jupyterlab: text.trim() } : undefined;
}

/** `.venv`, made first if it is not ready, which takes about a minute. */
export async function pythonEnvironment(): Promise<PythonEnvironment> {
  const ready = await readyEnvironment();
  if (ready) return ready;
  const python = await findPython();
  if (!(await ask(venvPython, ["-m", "pip", "--version"])).ok) await makeVenv(python);
  await Deno.remove(stamp).catch(() => {});
  await installRequirements();
  await writeWhole(stamp, await fingerprint());
  const made = await readyEnvironment();
  if (made) return made;
  throw new Advice(`${venv} does not work although pip succeeded: delete it and start again.`);
}

async function fingerprint(): Promise<string> {
  const text = (await Deno.readTextFile(requirements)).replaceAll("\r\n", "\n");
  return createHash("sha256").update(text).digest("hex") + "\n";
}

async function makeVenv(python: Python): Promise<void> {
  if (await exists(venv) && !await mayBeRemade()) {
    throw new Advice(
      `${venv} is not a Python environment: move it out of the way and start again.`,
    );
  }
  say(`Making .venv with Python ${python.version}`);
  await Deno.remove(venv, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  // The folder and its mark come first: if they are found without the stamp, they are ours.
  await Deno.mkdir(venv);
  await Deno.writeTextFile(join(venv, "made-by-glassnet"), "May be deleted at any time.\n");
  const { ok, text } = await ask(python.command, [...python.args, "-m", "venv", venv]);
  if (ok) return;
  if (/ensurepip|No module named .?(venv|pip)/.test(text)) {
    throw new Advice(
      `Python ${python.version} has no venv module: install it (on Debian and Ubuntu: ` +
        "`apt install python3-venv`) and start again.",
    );
  }
  throw new Advice(`Python could not make ${venv}; fix this and start again: ${lastLine(text)}`);
}

/** Only what we began, what Python made, and an empty folder is ever deleted. */
async function mayBeRemade(): Promise<boolean> {
  if (await exists(join(venv, "made-by-glassnet"))) return true;
  if (await exists(join(venv, "pyvenv.cfg"))) return true;
  if (!(await Deno.stat(venv)).isDirectory) return false;
  for await (const _ of Deno.readDir(venv)) return false;
  return true;
}

async function installRequirements(): Promise<void> {
  const wanted = (await Deno.readTextFile(requirements)).match(/^[^#\s]+/gm)?.length ?? 0;
  const progress = new Progress("Installing JupyterLab into .venv (once, about a minute)");
  const pip = start(venvPython, pipInstall(requirements, "--disable-pip-version-check"), {
    ...{ stdout: "piped", stderr: "piped" },
    env: { PIP_USER: "0", PIP_REQUIRE_VIRTUALENV: "0" },
  });
  const listen = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    let text = "";
    for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const doing = stepIn(text, wanted);
      if (doing) progress.now(doing);
    }
    return text;
  };
  const log = (await Promise.all([listen(pip.stdout), listen(pip.stderr)])).join("\n");
  const { success } = await pip.status;
  if (success) return progress.end("installed");

  progress.end(signalledCode() ? "stopped" : "pip gave up");
  const logFile = join(workshop, "pip.log");
  await writeWhole(logFile, log);
  throw new Advice(adviceOnPip(log, logFile));
}

const worthShowing =
  /^(\s*(Collecting|Downloading|Using cached)|Installing|WARNING: Retrying|ERROR)\b.*\n/gm;

/** What pip is doing, by what it has printed so far. */
function stepIn(printed: string, wanted: number): string | undefined {
  const last = printed.match(worthShowing)?.at(-1)?.trim();
  if (!last || /^(WARNING|ERROR)/.test(last)) return last;
  if (last.startsWith("Installing")) return "putting the packages in place";
  const collected = printed.match(/^Collecting /gm)?.length ?? 0;
  return `${Math.min(collected, wanted)} of ${wanted} packages: ${last}`;
}

/** What to do about a failure of pip, in one sentence. */
export function adviceOnPip(log: string, logFile: string): string {
  const more = `(pip's own words are in ${logFile})`;
  if (/No space left on device/.test(log)) {
    return `The disk is full: free about 1 GB and start again ${more}.`;
  }
  if (/DO NOT MATCH THE HASHES/.test(log)) {
    return "A package that pip fetched is not the one that requirements.txt names by its hash: it was " +
      `damaged or replaced on its way. Start again, on another network if you can ${more}.`;
  }
  if (/Permission denied/.test(log)) {
    return `pip may not write into ${venv}: make the folder yours, or delete it, and start ` +
      `again ${more}.`;
  }
  if (/Retrying|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError/.test(log)) {
    return "pip could not reach its package index: check the network (or the proxy's settings) " +
      `and start again ${more}.`;
  }
  const errors = log.split("\n").filter((line) => line.startsWith("ERROR: "));
  const said = errors.at(-1)?.slice("ERROR: ".length) ?? lastLine(log);
  return `pip could not install JupyterLab: fix what it says and start again: ${said} ${more}`;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
