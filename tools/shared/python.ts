/**
 * Finds a Python that can make the environment for JupyterLab.
 *
 * @module
 */
import { ask } from "./processes.ts";
import { Advice } from "./task.ts";

/** A Python that was found: how to call it, and its version. */
export interface Python {
  command: string;
  args: string[];
  version: string;
}

const oldest = [3, 11];

/** The first good Python under its usual names; `GLASSNET_PYTHON` names another one. */
export async function findPython(): Promise<Python> {
  const own = Deno.env.get("GLASSNET_PYTHON");
  const names = own
    ? [[own]]
    : [["python3"], ["python"], ["py", "-3"], ["python3.13"], ["python3.12"], ["python3.11"]];
  let tooOld: Python | undefined;
  for (const [command = "", ...args] of names) {
    const question = "import sys; print('Python', *sys.version_info[:3])";
    const { ok, text } = await ask(command, [...args, "-c", question]);
    const [, major, minor, patch] = /^Python (\d+) (\d+) (\d+)/.exec(text) ?? [];
    if (!ok || major === undefined) continue;
    const python = { command, args, version: `${major}.${minor}.${patch}` };
    if (newEnough(Number(major), Number(minor))) return python;
    tooOld ??= python;
  }
  const wanted = `Python ${oldest.join(".")} or newer`;
  throw new Advice(
    tooOld
      ? `JupyterLab needs ${wanted}, but \`${tooOld.command}\` is ${tooOld.version}: install a newer ` +
        "one beside it (python.org, or your package manager) and start again."
      : own
      ? `GLASSNET_PYTHON names ${own}, which does not answer as Python: correct it and start again.`
      : `JupyterLab needs ${wanted}, and there is none here: install it (python.org, or ` +
        "`apt install python3 python3-venv`, or `brew install python`) and start again.",
  );
}

function newEnough(major: number, minor: number): boolean {
  return major > oldest[0]! || (major === oldest[0]! && minor >= oldest[1]!);
}
