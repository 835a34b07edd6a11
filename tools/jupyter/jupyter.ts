/**
 * Which Jupyter is used, and the environment that keeps everything of its inside the project.
 *
 * @module
 */
import { join } from "node:path";
import { writeKernelSpec } from "./kernel_spec.ts";
import { onWindows, project, venv, workshop, writeWhole } from "../shared/project.ts";
import { ask, atTheEnd } from "../shared/processes.ts";
import { pythonEnvironment, readyEnvironment } from "../shared/python_environment.ts";
import { findPython } from "../shared/python.ts";

/** A Jupyter that is ready to be used. */
export interface Jupyter {
  /** The Python that has it. */
  python: string;
  /** The environment variables to start it with. */
  env: Record<string, string>;
  /** Which one it is, in words. */
  which: string;
}

/** Jupyter in `.venv` with the pinned versions, installed now if it is not there. */
export async function pinnedJupyter(): Promise<Jupyter> {
  const { python, jupyterlab } = await pythonEnvironment();
  const share = join(venv, "share", "jupyter");
  await writeKernelSpec(share);
  await writeExportConfig();
  return { python, env: await environment(share), which: `JupyterLab ${jupyterlab} in .venv` };
}

/** Has the environment's own `jupyter nbconvert` keep figures and their words, however it is started. */
async function writeExportConfig(): Promise<void> {
  const path = join(venv, "etc", "jupyter", "jupyter_nbconvert_config.py");
  await writeWhole(
    path,
    `"""Written by Glassnet: its settings are in tools/jupyter."""
import sys
from pathlib import Path

load_subconfig(str(Path(sys.prefix).parent / "tools/jupyter/jupyter_nbconvert_config.py"))
`,
  );
}

/**
 * The Jupyter to work in: `.venv` if it is there; otherwise a JupyterLab that this machine's Python has
 * already, if it can show figures; otherwise a new `.venv`.
 */
export async function anyJupyter(): Promise<Jupyter> {
  if (await readyEnvironment()) return await pinnedJupyter();
  const { command, args } = await findPython();
  const { ok, text } = await ask(command, [...args, "-c", usable]);
  if (!ok) return await pinnedJupyter();
  const [version, python = ""] = text.trim().split("\n");
  const share = join(workshop, "share", "jupyter");
  await writeKernelSpec(share);
  return {
    python,
    env: await environment(share),
    which: `JupyterLab ${version}, which ${python} already has`,
  };
}

/** A Python program that succeeds if JupyterLab and Plotly's renderer for it are installed. */
const usable = `
import os, sys
from importlib.metadata import version
major, minor = map(int, version("jupyterlab").split(".")[:2])
assert major == 4 and minor >= 4
assert int(version("plotly").split(".")[0]) >= 6
assert os.path.isdir(os.path.join(sys.prefix, "share/jupyter/labextensions/jupyterlab-plotly"))
print(version("jupyterlab"))
print(sys.executable)
`;

/**
 * Settings, workspaces, signatures and connection files stay inside the project, and the user's own
 * Jupyter settings do not change what a class sees. The folder is for its owner only: in it are the
 * token of a server and the keys of its kernels.
 */
async function environment(share: string): Promise<Record<string, string>> {
  const jupyter = join(workshop, "jupyter");
  // A folder for each start, so that several can run side by side and each can clean up.
  const runtime = join(jupyter, "runtime", String(Deno.pid));
  await Deno.mkdir(runtime, { recursive: true, mode: 0o700 });
  if (!onWindows) await Deno.chmod(jupyter, 0o700); // also if it was made with another mode
  atTheEnd(() => Deno.remove(runtime, { recursive: true }).catch(() => {}));
  return {
    JUPYTER_PATH: share,
    JUPYTER_CONFIG_DIR: join(jupyter, "config"),
    JUPYTER_CONFIG_PATH: join(project, "tools", "jupyter"),
    JUPYTER_DATA_DIR: join(jupyter, "data"),
    JUPYTER_RUNTIME_DIR: runtime,
    JUPYTERLAB_SETTINGS_DIR: join(jupyter, "lab", "user-settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(jupyter, "lab", "workspaces"),
    IPYTHONDIR: join(jupyter, "ipython"),
  };
}
